package microgpt.web.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import microgpt.config.OnlineRecipe;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.recipe.Draft;
import microgpt.web.text.Catalogue;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** What a reader changes most, above the text and the curve that show what it did: the stream, and a switch per mechanism. */
final class BarView {
    private static final String SWITCH = ".enabled";
    private static final String PRESSED = "aria-pressed";
    /** Not a plan: the reader's own text, which is chosen below. */
    private static final String OWN = "own";

    /** What the reader does here. */
    interface Listener {
        /** Read a built-in stream, unless that would throw away what the reader wants to keep: then {@code otherwise}. */
        void readPlan(String name, Browser.Action otherwise);

        void edit(String key, String value);
    }

    private final HTMLSelectElement stream;
    private final HTMLElement sources;
    private final Map<String, HTMLElement> switches = new LinkedHashMap<>();
    private String reading = "";

    BarView(Panel root, Catalogue catalogue, Listener listener) {
        stream = root.as("bar-stream");
        sources = root.part("source-panel");
        for (Catalogue.Choice plan : catalogue.plans()) {
            Dom.append(stream, "option", "", plan.label()).setAttribute("value", plan.name());
        }
        Dom.append(stream, "option", "", "A text of your own …").setAttribute("value", OWN);
        stream.onEvent("change", event -> chosen(listener));
        HTMLElement row = root.part("bar-switches");
        for (Catalogue.Group group : catalogue.groupsOf(OnlineRecipe.KEYS)) {
            for (Catalogue.Setting setting : group.settings()) {
                if (setting.key().endsWith(SWITCH)) {
                    add(row, group.title(), setting, listener);
                }
            }
        }
    }

    private void add(HTMLElement row, String title, Catalogue.Setting setting, Listener listener) {
        HTMLElement button = Dom.append(row, "button", "switch", title);
        button.setAttribute("type", "button");
        button.setAttribute(PRESSED, "false");
        button.setAttribute("data-testid", "switch-" + setting.key());
        button.setTitle(setting.help());
        button.onClick(event ->
                listener.edit(setting.key(), button.getAttribute(PRESSED).equals("true") ? "false" : "true"));
        switches.put(setting.key(), button);
    }

    /** Shows which mechanisms are on, and which of them the reader has switched. */
    void show(Draft<OnlineRecipe> draft) {
        switches.forEach((key, button) -> {
            button.setAttribute(PRESSED, draft.value(key));
            button.setClassName(draft.differs(key) ? "switch changed" : "switch");
        });
    }

    /** What is read from now on. */
    void reads(StreamChoice choice) {
        reading = choice.plan().isEmpty() ? OWN : choice.plan();
        stream.setValue(reading);
    }

    private void chosen(Listener listener) {
        String wanted = stream.getValue();
        if (wanted.equals(OWN)) {
            stream.setValue(reading);
            sources.setAttribute("open", "");
            Browser.focusInside(sources);
        } else {
            listener.readPlan(wanted, () -> stream.setValue(reading));
        }
    }
}
