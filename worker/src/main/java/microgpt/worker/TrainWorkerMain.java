package microgpt.worker;

import microgpt.protocol.TrainReport;
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
        Backends.Choice choice = Backends.choose(args.length > 0 && args[0].equals(IN_JAVA) ? "java" : "");
        BrowserDisks.open(disk -> open(choice, disk));
    }

    private static void open(Backends.Choice choice, Disk disk) {
        BatchPort page = new BatchPort();
        page.onCommand(new BatchSession(
                choice.backend(),
                new BrowserLoop(),
                new BrowserFetching(),
                new RunStore(disk, new TabLocks()),
                System::currentTimeMillis,
                page));
        page.accept(new TrainReport.Ready(choice.backend().name(), choice.why(), disk.label()));
    }
}
