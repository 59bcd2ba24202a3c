package microgpt.web.train;

import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The keyboard and the help sheet: space, S, B, L and ?, unless a field or a button wants the key. */
final class TrainKeys {
    private final HTMLElement help = Dom.byId("help-dialog");
    private final RunView run;
    private final Runnable sample;

    TrainKeys(RunView run, Runnable sample) {
        this.run = run;
        this.sample = sample;
        Dom.byId("help").onClick(event -> Browser.showModal(help));
        Window.current().onKeyDown(this::pressed);
    }

    private void pressed(KeyboardEvent event) {
        boolean chord = event.isCtrlKey() || event.isAltKey() || event.isMetaKey();
        if (chord || Browser.isDialogOpen() || Browser.wantsKeys(event)) {
            return;
        }
        switch (event.getKey()) {
            case " " -> {
                if (!Browser.isPressable(event)) { // a focused button is pressed by the space bar
                    event.preventDefault();
                    run.toggle();
                }
            }
            case "s", "S" -> sample.run();
            case "b", "B" -> (inBits() ? Dom.byId("unit-nats") : Dom.byId("unit-bits")).click();
            case "l", "L" -> Dom.byId("log-axes").click();
            case "?" -> Browser.showModal(help);
            default -> {}
        }
    }

    private static boolean inBits() {
        return Dom.<HTMLInputElement>as("unit-bits").isChecked();
    }
}
