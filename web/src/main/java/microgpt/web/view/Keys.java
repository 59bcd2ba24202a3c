package microgpt.web.view;

import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The keyboard and the help sheet: space, right arrow, R and ?, unless a field or a button wants the key. */
public final class Keys {
    private final HTMLElement help = Dom.byId("help-dialog");
    private final TransportView transport;
    private final Runnable onReset;

    public Keys(TransportView transport, Runnable onReset) {
        this.transport = transport;
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
                if (Browser.isPressable(event)) {
                    return; // a focused button is pressed by the space bar
                }
                event.preventDefault();
                transport.toggle();
            }
            case "ArrowRight" -> {
                event.preventDefault();
                transport.step();
            }
            case "r", "R" -> onReset.run();
            case "?" -> Browser.showModal(help);
            default -> {}
        }
    }
}
