package microgpt.web.step;

import microgpt.web.text.Numbers;

/** Which numbers a field takes; {@code what} is the field's name at the beginning of a sentence. */
record NumberRule(String what, Kind kind, double least, double most) {
    /** From here on a bound is none that a reader could want to know. */
    private static final double VAST = 1e30;

    private static final String CHARACTERS = "0123456789.eE+-";

    /** What is between the bounds. */
    enum Kind {
        WHOLE,
        /** Or nothing. */
        WHOLE_OR_EMPTY,
        REAL
    }

    /** What is wrong with {@code typed}; empty if nothing is. {@code kept} says what counts instead. */
    String complaint(String typed, String kept) {
        String text = typed.trim();
        if (isTaken(text)) {
            return "";
        }
        String found = text.isEmpty() ? "and the field has none" : "not “" + text + "”";
        return what + " must be " + expected() + ", " + found + "; " + kept + ".";
    }

    private boolean isTaken(String text) {
        if (text.isEmpty()) {
            return kind == Kind.WHOLE_OR_EMPTY;
        }
        double number = number(text);
        return number >= least && number <= most && (kind == Kind.REAL || number == Math.rint(number));
    }

    /** The number that {@code text} says, not a number if it says none; {@link Double#parseDouble} would take 1d as well. */
    static double number(String text) {
        String trimmed = text.trim();
        for (int i = 0; i < trimmed.length(); i++) {
            if (CHARACTERS.indexOf(trimmed.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(trimmed);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private String expected() {
        String number = kind == Kind.REAL ? "a number" : "a whole number";
        if (most >= VAST) {
            return number;
        }
        return number + " from " + Numbers.grouped((long) least) + " to " + Numbers.grouped((long) most);
    }
}
