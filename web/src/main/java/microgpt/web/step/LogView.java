package microgpt.web.step;

import java.util.ArrayDeque;
import java.util.Deque;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import org.teavm.jso.dom.html.HTMLElement;

/** What has happened, newest first; what is older than {@link #LINES} lines is forgotten. */
final class LogView {
    private static final int LINES = 300;

    private final HTMLElement log;
    private final Deque<String> lines = new ArrayDeque<>();
    private final Frames.Slot slot;

    LogView(Panel root, Frames frames) {
        log = root.part("log");
        slot = frames.slot(log, 250, () -> Dom.text(log, String.join("\n", lines)));
    }

    void clear() {
        lines.clear();
        slot.ask();
    }

    void add(String line) {
        lines.addFirst(line);
        if (lines.size() > LINES) {
            lines.removeLast();
        }
        slot.ask();
    }
}
