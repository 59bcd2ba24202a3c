package microgpt.worker.lab;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Throttle;

/** The samples asked for, generated one after the other and sent in pieces. */
final class SampleQueue {
    private static final double PIECE_MILLIS = 50;

    private final EventLoop loop;
    private final Consumer<LabReport> page;
    private final Queue<SampleInProgress> waiting = new ArrayDeque<>();
    private final Throttle pieces = new Throttle(PIECE_MILLIS);
    private int asked;

    SampleQueue(EventLoop loop, Consumer<LabReport> page) {
        this.loop = loop;
        this.page = page;
    }

    void add(SampleInProgress sampling) {
        waiting.add(sampling);
        asked++;
    }

    /** How many were asked for so far. */
    int asked() {
        return asked;
    }

    /** How many of them are over. */
    int over() {
        return asked - waiting.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Gives up what is waiting; the page is told that it ends there. */
    void clear() {
        for (SampleInProgress sampling : waiting) {
            page.accept(sampling.end());
        }
        waiting.clear();
    }

    /** Generates until {@code endMillis}, at least one byte if there is any to generate. */
    void generate(double endMillis) {
        @Nullable SampleInProgress sampling = waiting.peek();
        while (sampling != null) {
            boolean more = sampling.advance();
            double now = loop.nowMillis();
            pieces.note();
            if (!more || pieces.isDue(now)) {
                pieces.told(now);
                page.accept(more ? sampling.piece() : sampling.end());
            }
            if (!more) {
                waiting.remove();
            }
            sampling = now < endMillis ? waiting.peek() : null;
        }
    }
}
