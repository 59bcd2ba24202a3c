package microgpt.worker.train;

import microgpt.protocol.train.TrainCodec;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.backend.Backends;
import microgpt.worker.backend.Backends.Preference;
import microgpt.worker.fetch.BrowserFetcher;
import microgpt.worker.loop.BrowserLoop;
import microgpt.worker.loop.Port;
import microgpt.worker.storage.BrowserDisks;
import microgpt.worker.storage.Disk;
import microgpt.worker.storage.RunStore;
import microgpt.worker.storage.TabLocks;

/** The entry point of the worker that serves the page that trains by batches. */
public final class TrainWorkerMain {
    private static final String IN_JAVA = "train-java";

    private TrainWorkerMain() {}

    /** @param args the worker's name: "train-java" for a session on the reference back end */
    public static void main(String[] args) {
        boolean inJava = args.length > 0 && args[0].equals(IN_JAVA);
        Backends.choose(
                inJava ? Preference.REFERENCE : Preference.FASTEST,
                choice -> BrowserDisks.open(disk -> open(choice, disk)));
    }

    private static void open(Backends.Choice choice, Disk disk) {
        Port<TrainCommand, TrainReport> page = new Port<>(new TrainCodec(), TrainReport.Failed::new);
        TrainSession session = new TrainSession(
                choice.backend(),
                new BrowserLoop(),
                new BrowserFetcher(),
                new RunStore(disk, new TabLocks()),
                System::currentTimeMillis,
                page);
        page.onCommand(session::handle);
        page.accept(new TrainReport.Ready(choice.backend().name(), choice.why(), disk.label()));
    }
}
