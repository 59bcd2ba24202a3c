package microgpt.web.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** A stretch of a picture that is chosen by dragging across it, with a mouse, a pen or a finger. */
public final class Dragging {
    /** A shorter way is a click. */
    private static final int LEAST_PIXELS = 6;

    private final Listener listener;
    private int start = -1;
    private boolean drags;

    /** Told of the pixels between which the reader drags. */
    public interface Listener {
        /** So far. */
        void over(int from, int to);

        /** The reader has let go there. */
        void chosen(int from, int to);

        /** Nothing is chosen after all. */
        void cancelled();
    }

    private Dragging(Listener listener) {
        this.listener = listener;
    }

    public static void on(HTMLElement picture, Listener listener) {
        Dragging dragging = new Dragging(listener);
        picture.onEvent("pointerdown", event -> dragging.start = isMain(event) ? x(event) : -1);
        picture.onEvent("pointermove", event -> dragging.move(picture, event));
        picture.onEvent("pointerup", event -> dragging.end(x(event)));
        picture.onEvent("pointercancel", event -> dragging.cancel());
    }

    private void move(HTMLElement picture, Event event) {
        int to = x(event);
        if (start >= 0 && (drags || Math.abs(to - start) >= LEAST_PIXELS)) {
            if (!drags) {
                capture(picture, event);
            }
            drags = true;
            listener.over(start, to);
        }
    }

    private void end(int to) {
        if (drags) {
            listener.chosen(start, to);
        }
        start = -1;
        drags = false;
    }

    private void cancel() {
        if (drags) {
            listener.cancelled();
        }
        start = -1;
        drags = false;
    }

    private static int x(Event event) {
        return ((MouseEvent) event).getOffsetX();
    }

    @JSBody(params = "event", script = "return event.isPrimary && event.button === 0;")
    private static native boolean isMain(Event event);

    @JSBody(
            params = {"element", "event"},
            script = "element.setPointerCapture(event.pointerId);")
    private static native void capture(HTMLElement element, Event event);
}
