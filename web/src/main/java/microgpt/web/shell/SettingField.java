package microgpt.web.shell;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import microgpt.config.ConfigKey;
import microgpt.numeric.Nullable;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.text.Catalogue;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLAnchorElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** One key of the recipe: its label, its control, its unit, and its explanation behind a question mark. */
final class SettingField {
    private final ConfigKey key;
    private final Catalogue.Setting setting;
    private final HTMLElement box;
    private final HTMLElement live;
    private final HTMLElement control;
    private @Nullable HTMLElement error;

    /** {@code onEdit} is given the key and the new value. */
    SettingField(
            Panel panel,
            HTMLElement parent,
            ConfigKey key,
            Catalogue.Setting setting,
            BiConsumer<String, String> onEdit) {
        this.key = key;
        this.setting = setting;
        String id = panel.id("setting-" + key.dotted());
        box = Dom.append(parent, "div", "setting", "");
        HTMLElement row = Dom.append(box, "div", "row", "");
        HTMLElement label = Dom.append(row, "label", "", setting.label());
        label.setAttribute("for", id);
        label.setTitle(key.dotted());
        live = Dom.append(row, "span", "live", key.live() ? "live" : "");
        live.setTitle(key.live() ? "takes effect at once" : "takes effect after a restart");
        control = control(row);
        control.setId(id);
        control.setAttribute("name", key.dotted());
        Dom.append(row, "span", "unit", setting.unit());
        if (!setting.help().isEmpty()) {
            explain(row, id + "-help");
        }
        control.onEvent("change", event -> onEdit.accept(key.dotted(), value()));
    }

    String label() {
        return setting.label();
    }

    /** Puts a link beside the label to where the present recipe races against it with this key changed, asked when it is wanted. */
    void offerRace(UnaryOperator<String> addressOf) {
        HTMLAnchorElement link = (HTMLAnchorElement) Dom.append(live, "a", "race", "race");
        link.setAttribute("aria-label", "Race against a change of “" + setting.label() + "”");
        link.setTitle("Race the present recipe against it with this changed");
        link.setHref(addressOf.apply(""));
        for (String before : List.of("pointerenter", "focus", "pointerdown", "click")) {
            link.onEvent(before, event -> link.setHref(addressOf.apply(key.dotted())));
        }
    }

    /** Shows the value, unless the reader is about to change it. */
    void show(String value, boolean differs) {
        box.setClassName(differs ? "setting changed" : "setting");
        boolean beingEdited =
                control == Window.current().getDocument().getActiveElement() && key.type() != ConfigKey.Type.FLAG;
        if (beingEdited || value.equals(value())) {
            return;
        }
        switch (key.type()) {
            case FLAG -> input().setChecked(value.equals("true"));
            case CHOICE -> select().setValue(value);
            case WHOLE, NUMBER, NUMBERS, TEXT -> input().setValue(value);
        }
    }

    /** Says below the field what is wrong with it; nothing if empty. */
    void complain(String complaint) {
        if (complaint.isEmpty() && error == null) {
            return;
        }
        HTMLElement shown = error;
        if (shown == null) {
            shown = Dom.append(box, "p", "error", "");
            shown.setId(control.getId() + "-error");
            shown.setAttribute("data-testid", "setting-" + key.dotted() + "-error");
            shown.setAttribute("role", "alert");
            control.setAttribute("aria-describedby", shown.getId());
            error = shown;
        }
        boolean isNew = !complaint.isEmpty() && !complaint.equals(shown.getTextContent());
        Dom.text(shown, complaint);
        if (isNew) {
            Browser.bringIntoSight(shown);
        }
        control.setAttribute("aria-invalid", complaint.isEmpty() ? "false" : "true");
    }

    /** Takes the reader here if something is wrong with the value. */
    void focusIfWrong() {
        if (error != null && control.getAttribute("aria-invalid").equals("true")) {
            control.focus();
        }
    }

    private String value() {
        return switch (key.type()) {
            case FLAG -> input().isChecked() ? "true" : "false";
            case CHOICE -> select().getValue();
            case WHOLE, NUMBER, NUMBERS, TEXT -> input().getValue().trim();
        };
    }

    private HTMLElement control(HTMLElement row) {
        if (key.type() == ConfigKey.Type.CHOICE) {
            HTMLElement select = Dom.append(row, "select", "", "");
            for (String choice : key.choices()) {
                Dom.append(select, "option", "", choice.replace('_', ' ')).setAttribute("value", choice);
            }
            return select;
        }
        HTMLElement input = Dom.append(row, "input", "", "");
        input.setAttribute("type", key.type() == ConfigKey.Type.FLAG ? "checkbox" : "text");
        input.setAttribute("inputmode", key.type() == ConfigKey.Type.WHOLE ? "numeric" : "decimal");
        input.setAttribute("autocomplete", "off");
        return input;
    }

    private void explain(HTMLElement row, String helpId) {
        HTMLElement button = Dom.append(row, "button", "why", "?");
        button.setAttribute("type", "button");
        button.setAttribute("aria-label", "What is “" + setting.label() + "”?");
        button.setAttribute("aria-expanded", "false");
        button.setAttribute("aria-controls", helpId);
        HTMLElement help = Dom.append(box, "p", "help", setting.help());
        help.setId(helpId);
        help.setHidden(true);
        button.onClick(event -> {
            help.setHidden(!help.isHidden());
            button.setAttribute("aria-expanded", help.isHidden() ? "false" : "true");
        });
    }

    private HTMLInputElement input() {
        return (HTMLInputElement) control;
    }

    private HTMLSelectElement select() {
        return (HTMLSelectElement) control;
    }
}
