package microgpt.worker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import microgpt.compute.JavaBackend;
import microgpt.protocol.Bytes;
import microgpt.protocol.Command;
import microgpt.protocol.Report;
import microgpt.protocol.Source;
import microgpt.protocol.Wire;

/** A page without a browser: it talks to a session over the wire, and keeps every report with the time it came. */
final class Page implements Consumer<Report> {
    final HandGzip gzip = new HandGzip();
    final HandLoop loop = new HandLoop();
    final List<Report> reports = new ArrayList<>();
    final List<Double> timesMillis = new ArrayList<>();
    private final TrainingSession session;

    Page() {
        this((address, receiver) -> () -> {});
    }

    Page(Fetching fetching) {
        session = new TrainingSession(new JavaBackend(), loop, fetching, gzip, this);
    }

    @Override
    public void accept(Report report) {
        reports.add(Wire.decodeReport(Wire.encode(report)));
        timesMillis.add(loop.now());
    }

    void send(Command... commands) {
        for (Command command : commands) {
            Wire.decodeCommand(Wire.encode(command)).deliverTo(session);
        }
    }

    /** Starts a run of the tiny preset on a text of one's own, complete. */
    void startWith(String text) {
        startSupplied();
        send(new Command.Append(bytes(text), true));
    }

    void startSupplied() {
        send(new Command.Start(Recipes.tiny(), new Source.Supplied("test")));
    }

    <T extends Report> List<T> all(Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Report report : reports) {
            if (type.isInstance(report)) {
                found.add(type.cast(report));
            }
        }
        return found;
    }

    <T extends Report> T last(Class<T> type) {
        List<T> found = all(type);
        if (found.isEmpty()) {
            throw new AssertionError("no " + type.getSimpleName() + " among " + reports);
        }
        return found.get(found.size() - 1);
    }

    long position() {
        return last(Report.Progress.class).position();
    }

    /** The bits of every byte reported, in order. */
    List<Float> bits() {
        List<Float> bits = new ArrayList<>();
        for (Report.Read read : all(Report.Read.class)) {
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
