package microgpt.worker.lab;

import java.util.function.Consumer;
import microgpt.engine.PrequentialEngine;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.EventLoop;

/** The one text that is supposed to come next at present, charged in slices; and the prediction of a byte further on. */
final class LookAhead {
    private static final int BYTES = 256;
    /** How much of what stands before a predicted byte is told. */
    private static final int TOLD_BEFORE = 400;
    /** So far ahead a game goes; the bytes between are read for each prediction. */
    private static final int MOST_AHEAD = 4096;

    private final EventLoop loop;
    private final Consumer<LabReport> page;
    private @Nullable SupposedText present;

    LookAhead(EventLoop loop, Consumer<LabReport> page) {
        this.loop = loop;
        this.page = page;
    }

    /** Goes on with {@code supposed}; what was supposed before is given up. */
    void begin(SupposedText supposed) {
        present = supposed;
    }

    /** Gives up what is in progress. */
    void stop() {
        present = null;
    }

    boolean isIdle() {
        return present == null;
    }

    /** Charges until {@code endMillis}, at least one byte; after a failure, of which the page is told, it is over. */
    void work(double endMillis) {
        SupposedText of = present;
        if (of != null && !of.task().run(() -> advance(of, endMillis))) {
            present = null;
        }
    }

    private void advance(SupposedText of, double endMillis) {
        LabReport.Supposed piece = of.advance(loop, endMillis);
        if (piece.complete()) {
            present = null;
        }
        page.accept(piece);
    }

    /** The prediction of the byte {@code ahead} bytes on; without one if that byte is not there. */
    static LabReport.Predicted predict(LabRun run, int ahead) {
        if (ahead < 0 || ahead > MOST_AHEAD) {
            throw new IllegalArgumentException("ahead " + ahead + " must be from 0 to " + MOST_AHEAD);
        }
        PrequentialEngine engine = run.engine();
        long position = engine.position();
        long end = position + ahead;
        if (end >= run.stream().size()) {
            return new LabReport.Predicted(run.id(), position, ahead, Bytes.EMPTY, -1, Floats.of(), Floats.of());
        }
        byte[] between = new byte[ahead];
        run.stream().read(position, between, 0, ahead);
        float[] probabilities = new float[BYTES];
        engine.peekAfter(between, ahead, probabilities);
        float[] order0 = new float[BYTES];
        for (int value = 0; value < BYTES; value++) {
            order0[value] = (float) engine.meter().order0(value);
        }
        byte[] before = new byte[(int) Math.min(TOLD_BEFORE, end - run.stream().heldFrom())];
        run.stream().read(end - before.length, before, 0, before.length);
        return new LabReport.Predicted(
                run.id(),
                position,
                ahead,
                Bytes.of(before),
                run.stream().at(end),
                Floats.of(probabilities),
                Floats.of(order0));
    }
}
