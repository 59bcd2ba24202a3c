package microgpt.web.shell;

import java.util.Map;
import java.util.TreeMap;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Panel;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The keyboard of a page and its help sheet, opened by ?: keys act unless a field, a button or a dialog wants them. */
public final class Shortcuts {
    private final Map<String, Runnable> actions = new TreeMap<>();

    Shortcuts(Panel page) {
        HTMLElement help = page.part("help-dialog");
        page.part("help").onClick(event -> Browser.showModal(help));
        on("?", () -> Browser.showModal(help));
        Window.current().onKeyDown(this::pressed);
    }

    /** Runs {@code action} when {@code key} is pressed, by the name that browsers give it; a small letter stands for both. */
    public Shortcuts on(String key, Runnable action) {
        actions.put(key, action);
        return this;
    }

    private void pressed(KeyboardEvent event) {
        boolean chord = event.isCtrlKey() || event.isAltKey() || event.isMetaKey();
        if (chord || Browser.isDialogOpen() || Browser.wantsKeys(event)) {
            return;
        }
        String key = event.getKey();
        Runnable action = actions.get(key.length() == 1 ? String.valueOf(Character.toLowerCase(key.charAt(0))) : key);
        boolean pressesAButton = key.equals(" ") && Browser.isPressable(event);
        if (action == null || pressesAButton) {
            return;
        }
        if (key.equals(" ") || key.startsWith("Arrow")) { // which would scroll
            event.preventDefault();
        }
        action.run();
    }
}
