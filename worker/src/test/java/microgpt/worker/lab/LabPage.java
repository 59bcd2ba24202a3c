package microgpt.worker.lab;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.protocol.Bytes;
import microgpt.protocol.Numbered;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCodec;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.fetch.Fetcher;
import microgpt.worker.fetch.HandTransfer;
import microgpt.worker.loop.HandLoop;

/** A page without a browser: it talks to a session over the wire, and keeps every report with the time it came. */
final class LabPage implements Consumer<LabReport> {
    private static final LabCodec CODEC = new LabCodec();

    final HandGzip gzip = new HandGzip();
    final HandLoop loop = new HandLoop();
    final List<LabReport> reports = new ArrayList<>();
    final List<Double> timesMillis = new ArrayList<>();
    /** The number of the last command. */
    int sent;

    private final LabSession session;

    LabPage() {
        this(new HandTransfer());
    }

    LabPage(Fetcher fetching) {
        this(JavaBackend.alone(), fetching);
    }

    LabPage(Backend backend) {
        this(backend, new HandTransfer());
    }

    private LabPage(Backend backend, Fetcher fetching) {
        session = new LabSession(backend, loop, fetching, gzip, this);
    }

    @Override
    public void accept(LabReport report) {
        reports.add(CODEC.decodeReport(CODEC.encodeReport(report)));
        timesMillis.add(loop.now());
    }

    void send(LabCommand... commands) {
        for (LabCommand command : commands) {
            sent++;
            handle(CODEC.decodeCommand(CODEC.encodeCommand(sent, command)));
        }
    }

    void handle(Numbered<LabCommand> command) {
        session.handle(command);
    }

    /** Starts a run of the tiny preset on a text of one's own, complete. */
    void startWith(String text) {
        startSupplied();
        append(bytes(text), true);
    }

    void startSupplied() {
        send(new LabCommand.Start(Recipes.tiny(), new Source.Supplied("test")));
    }

    /** More of the stream of the run begun last. */
    void append(Bytes piece, boolean last) {
        send(new LabCommand.Append(run(), piece, last));
    }

    /** What reports call the run begun last. */
    int run() {
        return last(LabReport.Started.class).run();
    }

    <T extends LabReport> List<T> all(Class<T> type) {
        List<T> found = new ArrayList<>();
        for (LabReport report : reports) {
            if (type.isInstance(report)) {
                found.add(type.cast(report));
            }
        }
        return found;
    }

    <T extends LabReport> T last(Class<T> type) {
        List<T> found = all(type);
        if (found.isEmpty()) {
            throw new AssertionError("no " + type.getSimpleName() + " among " + reports);
        }
        return found.get(found.size() - 1);
    }

    long position() {
        return last(LabReport.Progress.class).position();
    }

    /** The bits of every byte reported, in order. */
    List<Float> bits() {
        List<Float> bits = new ArrayList<>();
        for (LabReport.Read read : all(LabReport.Read.class)) {
            for (int i = 0; i < read.bits().size(); i++) {
                bits.add(read.bits().at(i));
            }
        }
        return bits;
    }

    static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
