package microgpt.web.step;

import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The keyboard and the help sheet: right arrow, space, R, G and ?, unless a field or a button wants the key. */
final class StepKeys {
    private final HTMLElement help = Dom.byId("help-dialog");
    private final Controls controls;
    private final WritingView writing;
    private final Runnable onReset;

    StepKeys(Controls controls, WritingView writing, Runnable onReset) {
        this.controls = controls;
        this.writing = writing;
        this.onReset = onReset;
        Dom.byId("help").onClick(event -> Browser.showModal(help));
        Window.current().onKeyDown(this::pressed);
    }

    private void pressed(KeyboardEvent event) {
        boolean chord = event.isCtrlKey() || event.isAltKey() || event.isMetaKey();
        if (chord || Browser.isOpen(help) || Browser.wantsKeys(event)) {
            return;
        }
        switch (event.getKey()) {
            case " " -> {
                if (!Browser.isPressable(event)) { // a focused button is pressed by the space bar
                    event.preventDefault();
                    controls.toggle();
                }
            }
            case "ArrowRight" -> {
                event.preventDefault();
                controls.forward();
            }
            case "r", "R" -> onReset.run();
            case "g", "G" -> writing.draw();
            case "?" -> Browser.showModal(help);
            default -> {}
        }
    }
}
