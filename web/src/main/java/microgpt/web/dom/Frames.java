package microgpt.web.dom;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Draws when there is time to: at most once a frame, only what has changed and can be seen, each drawing no more often
 * than it asked for, and what does not fit into a frame's share of time in the next one.
 */
public final class Frames {
    private static final double BUDGET_MILLIS = 9;
    private static final double FRAME_MILLIS = 16;

    private final List<Slot> slots = new ArrayList<>();
    private boolean scheduled;
    private int alarm;
    private int next;

    /** A picture, to be drawn at most every {@code everyMillis} while {@code watched} is in sight. */
    public Slot slot(HTMLElement watched, double everyMillis, Runnable drawing) {
        Slot slot = new Slot(this, everyMillis, drawing);
        Browser.onVisible(watched, visible -> {
            slot.visible = visible;
            if (slot.stale) {
                schedule();
            }
        });
        slots.add(slot);
        return slot;
    }

    /** Words, to be set at most every {@code everyMillis}, in sight or not: a screen reader sees all of the page. */
    public Slot words(double everyMillis, Runnable drawing) {
        Slot slot = new Slot(this, everyMillis, drawing);
        slot.visible = true;
        slots.add(slot);
        return slot;
    }

    /** Everything is to be drawn anew: the theme has changed. */
    public void askAll() {
        for (Slot slot : slots) {
            slot.ask();
        }
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            Window.clearTimeout(alarm);
            Window.requestAnimationFrame(this::frame);
        }
    }

    /** Rather than looking at every frame whether it is time, sleep until it is or until something else is to be drawn. */
    private void scheduleIn(double millis) {
        if (millis <= FRAME_MILLIS) {
            schedule();
        } else if (!scheduled && millis < Double.POSITIVE_INFINITY) {
            alarm = Window.setTimeout(this::schedule, millis - FRAME_MILLIS);
        }
    }

    private void frame(double now) {
        scheduled = false;
        double start = Performance.now();
        double wait = Double.POSITIVE_INFINITY;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get((next + i) % slots.size());
            if (!slot.stale || !slot.visible) {
                continue;
            }
            double due = slot.drawnAt + slot.everyMillis - now;
            if (due > 0) {
                wait = Math.min(wait, due);
            } else if (Performance.now() - start > BUDGET_MILLIS) {
                next = (next + i) % slots.size();
                wait = 0;
                break;
            } else {
                slot.stale = false;
                slot.drawnAt = now;
                slot.drawing.run();
            }
        }
        scheduleIn(wait);
    }

    /** One drawing and when it is due. */
    public static final class Slot {
        private final Frames frames;
        private final double everyMillis;
        private final Runnable drawing;
        private boolean stale;
        private boolean visible;
        private double drawnAt = Double.NEGATIVE_INFINITY;

        private Slot(Frames frames, double everyMillis, Runnable drawing) {
            this.frames = frames;
            this.everyMillis = everyMillis;
            this.drawing = drawing;
        }

        /** What is drawn is out of date. */
        public void ask() {
            stale = true;
            if (visible) {
                frames.schedule();
            }
        }
    }
}
