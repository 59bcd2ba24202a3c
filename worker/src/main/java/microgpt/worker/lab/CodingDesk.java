package microgpt.worker.lab;

import java.util.function.Consumer;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Throttle;

/** The one text that is coded or decoded at present, in slices, of which the page is told. */
final class CodingDesk {
    private static final double PIECE_MILLIS = 50;

    private final EventLoop loop;
    private final Consumer<LabReport> page;
    private final Throttle pieces = new Throttle(PIECE_MILLIS);
    private @Nullable CodingInProgress present;
    private boolean hadTurn;

    CodingDesk(EventLoop loop, Consumer<LabReport> page) {
        this.loop = loop;
        this.page = page;
    }

    /** Gives up what is in progress, and goes on with another one. */
    void begin(CodingInProgress begun) {
        stop();
        present = begun;
    }

    /** Gives up what is in progress. */
    void stop() {
        if (present != null) {
            page.accept(present.end());
            present = null;
        }
    }

    boolean isIdle() {
        return present == null;
    }

    /** Whether this turn is for coding: every other one, so that no turn is for a step of the run and one of the coder's. */
    boolean takesTurn() {
        hadTurn = !isIdle() && !hadTurn;
        return hadTurn;
    }

    /** Codes until {@code endMillis}, at least one byte; after a failure, of which the page is told, it is over. */
    void work(double endMillis) {
        CodingInProgress of = present;
        if (of != null && !of.task().run(() -> advance(of, endMillis))) {
            present = null;
        }
    }

    private void advance(CodingInProgress of, double endMillis) {
        double now;
        do {
            of.advance();
            now = loop.nowMillis();
        } while (!of.isDone() && now < endMillis);
        pieces.note();
        if (of.isDone()) {
            present = null;
            page.accept(of.piece());
            page.accept(of.result());
        } else if (pieces.isDue(now)) {
            pieces.told(now);
            page.accept(of.piece());
        }
    }
}
