package microgpt.web.step;

import microgpt.numeric.Nullable;
import microgpt.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.xml.Node;

/**
 * A field for a number. What it does not take stays in it, marked, with what is wrong behind it, and the number before stays
 * in force.
 */
final class NumberField {
    private final HTMLInputElement input;
    private final NumberRule rule;
    private final Runnable onTaken;
    private @Nullable HTMLElement error;
    private Runnable live = () -> {};
    private double inForce;

    /** {@code usual} is in force until something else is taken. */
    NumberField(HTMLInputElement input, NumberRule rule, double usual, Runnable onTaken) {
        this.input = input;
        this.rule = rule;
        this.onTaken = onTaken;
        inForce = usual;
        if (complaint().isEmpty()) {
            inForce = typed();
        }
        input.onInput(event -> {
            if (complaint().isEmpty()) {
                complain("");
                live.run();
            }
        });
        input.onEvent("change", event -> {
            if (take()) {
                this.onTaken.run();
            }
        });
    }

    /** Numbers count as soon as they are typed: {@code then} runs. */
    void whileTyping(Runnable then) {
        live = () -> {
            inForce = typed();
            then.run();
        };
    }

    /** The number in force. */
    double value() {
        return inForce;
    }

    int whole() {
        return (int) inForce;
    }

    /** Whether what is in the field is a number to take; it is then in force, otherwise the field says what is wrong. */
    boolean take() {
        String complaint = complaint();
        complain(complaint);
        if (complaint.isEmpty()) {
            inForce = typed();
        }
        return complaint.isEmpty();
    }

    void focus() {
        input.focus();
    }

    /** Puts a number into the field, and into force. */
    void set(double number) {
        inForce = number;
        input.setValue(
                number == Math.rint(number) && Math.abs(number) < 1e9
                        ? Long.toString((long) number)
                        : Double.toString(number));
        complain("");
    }

    /** Says nothing about the field, whatever is in it. */
    void pardon() {
        complain("");
    }

    private double typed() {
        String text = input.getValue().trim();
        return text.isEmpty() ? -1 : NumberRule.number(text);
    }

    private String complaint() {
        return rule.complaint(input.getValue(), "what was in force stays");
    }

    private void complain(String complaint) {
        if (complaint.isEmpty() && error == null) {
            return;
        }
        HTMLElement shown = error;
        if (shown == null) {
            shown = Dom.create("p", "error", "");
            shown.setId(input.getAttribute("data-testid") + "-error");
            shown.setAttribute("data-testid", shown.getId());
            shown.setAttribute("role", "alert");
            input.setAttribute("aria-describedby", shown.getId());
            Node label = input.getParentNode();
            label.getParentNode().insertBefore(shown, label.getNextSibling());
            error = shown;
        }
        Dom.text(shown, complaint);
        input.setAttribute("aria-invalid", complaint.isEmpty() ? "false" : "true");
    }
}
