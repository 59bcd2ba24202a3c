package microgpt.web.dom;

import org.teavm.jso.dom.html.HTMLInputElement;

/** What readers type into number fields. */
public final class Fields {
    private Fields() {}

    /** The number in {@code field}, {@code otherwise} if there is none. */
    public static double number(HTMLInputElement field, double otherwise) {
        try {
            double number = Double.parseDouble(field.getValue());
            return Math.abs(number) <= Double.MAX_VALUE ? number : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
