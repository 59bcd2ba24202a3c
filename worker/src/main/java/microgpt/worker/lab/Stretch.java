package microgpt.worker.lab;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import microgpt.protocol.Bytes;
import microgpt.protocol.Reals;
import microgpt.protocol.lab.LabReport;

/** How far the page wants a run to be, and what was read on the way there that it was not told of yet. */
final class Stretch {
    private static final int USUAL_BYTES = 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    private double[] bits = new double[USUAL_BYTES];
    private long until;
    private boolean underWay;

    /** The run is to stand at the first step that ends at {@code position} or after it. */
    void runTo(long position) {
        until = position;
        underWay = true;
    }

    /** Whether the run is on its way, or has arrived and the page was not told. */
    boolean isUnderWay() {
        return underWay;
    }

    /** The run has read a byte, which cost so many bits, and stands after it. */
    void add(int value, double cost) {
        if (underWay) {
            if (bytes.size() == bits.length) {
                bits = Arrays.copyOf(bits, 2 * bits.length);
            }
            bits[bytes.size()] = cost;
            bytes.write(value);
        }
    }

    /** Whether there is still something to read on the way. */
    boolean wants(LabRun run) {
        return underWay && !hasArrived(run);
    }

    private boolean hasArrived(LabRun run) {
        return run.engine().position() >= until || isOver(run);
    }

    private static boolean isOver(LabRun run) {
        return run.atEnd() || !run.isSound();
    }

    boolean hasNews(LabRun run) {
        return underWay && (bytes.size() > 0 || hasArrived(run));
    }

    /** All that the page was not told yet. */
    LabReport.Reached take(LabRun run) {
        LabReport.Reached report = new LabReport.Reached(
                run.id(),
                run.engine().position(),
                Bytes.of(bytes.toByteArray()),
                Reals.of(Arrays.copyOf(bits, bytes.size())),
                isOver(run));
        bytes.reset();
        underWay = !hasArrived(run);
        return report;
    }
}
