package microgpt.web.step;

import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The arrow keys of a picture that has the focus: they move a place in it, and mean nothing else then. */
final class ArrowKeys {
    private ArrowKeys() {}

    /** Told the direction: 1 is to the right, or down. */
    interface Move {
        void by(int right, int down);
    }

    static void on(HTMLElement picture, Move move) {
        picture.onKeyDown(event -> {
            int right = right(event);
            int down = direction(event, "ArrowUp", "ArrowDown");
            if (right != 0 || down != 0) {
                take(event);
                move.by(right, down);
            }
        });
    }

    /** 1 for the arrow to the right, -1 for that to the left, 0 for all other keys. */
    static int right(KeyboardEvent event) {
        return direction(event, "ArrowLeft", "ArrowRight");
    }

    private static int direction(KeyboardEvent event, String back, String forth) {
        return event.getKey().equals(forth) ? 1 : event.getKey().equals(back) ? -1 : 0;
    }

    /** Nobody else hears of the key. */
    static void take(KeyboardEvent event) {
        event.preventDefault();
        event.stopPropagation();
    }
}
