package microgpt.web.step;

import org.teavm.jso.dom.html.HTMLInputElement;

/** What readers type into number fields. */
final class Fields {
    private Fields() {}

    /** The number in {@code field}, {@code otherwise} if there is none. */
    static double number(HTMLInputElement field, double otherwise) {
        try {
            double number = Double.parseDouble(field.getValue());
            return Math.abs(number) <= Double.MAX_VALUE ? number : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
