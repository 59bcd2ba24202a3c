package microgpt.web.dom;

import org.teavm.jso.dom.html.HTMLElement;

/** A picture that is read where the reader points, with the pointer or, once it has the focus, with the arrow keys. */
public final class Pointing {
    private Pointing() {}

    /** Told where the reader points. */
    public interface Listener {
        /** The pointer is at this pixel of the picture. */
        void at(int x, int y);

        /** An arrow key asks for a place so many to the right of the last one, and so many below. */
        void move(int right, int down);

        /** The reader points at nothing. */
        void leave();
    }

    /** {@code readout} is where the answer stands: it is read aloud while the keys are used. */
    public static void on(HTMLElement picture, HTMLElement readout, Listener listener) {
        picture.setAttribute("tabindex", "0");
        picture.onMouseMove(event -> listener.at(event.getOffsetX(), event.getOffsetY()));
        picture.onMouseLeave(event -> listener.leave());
        picture.onEvent("focus", event -> readout.setAttribute("aria-live", "polite"));
        picture.onEvent("blur", event -> {
            readout.removeAttribute("aria-live");
            listener.leave();
        });
        picture.onKeyDown(event -> {
            boolean chord = event.isCtrlKey() || event.isAltKey() || event.isMetaKey();
            int right = step(event.getKey(), "ArrowLeft", "ArrowRight");
            int down = step(event.getKey(), "ArrowUp", "ArrowDown");
            if (!chord && (right != 0 || down != 0)) {
                event.preventDefault();
                listener.move(right, down);
            }
        });
    }

    private static int step(String key, String back, String forward) {
        return key.equals(forward) ? 1 : key.equals(back) ? -1 : 0;
    }
}
