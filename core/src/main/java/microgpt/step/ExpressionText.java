package microgpt.step;

/** The characters of an expression, read as numbers, names and signs; blanks between them do not count. */
final class ExpressionText {
    private final String text;
    private int at;

    ExpressionText(String text) {
        this.text = text;
    }

    /** Where the next character is, from 1. */
    int place() {
        peek();
        return at + 1;
    }

    /** The next character that is not a blank, 0 at the end. */
    char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    char next() {
        return text.charAt(at++);
    }

    /** Whether the next character is {@code wanted}, which is then passed. */
    boolean take(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    void expect(char wanted) {
        if (!take(wanted)) {
            throw wrong("“" + wanted + "”");
        }
    }

    /** digits [ . digits ] [ e [+-] digits ], as it stands; empty if no number begins here. */
    String number() {
        peek();
        int from = at;
        while (isDigitOrPoint(after(0))) {
            at++;
        }
        String digits = text.substring(from, at);
        if (digits.indexOf('.') != digits.lastIndexOf('.') || digits.equals(".")) {
            at = from;
            throw wrong("a number such as 0.5 or 1e-3");
        }
        if (digits.isEmpty()) {
            return digits;
        }
        passExponent();
        if (isLetter(after(0))) {
            throw new IllegalArgumentException("at character " + (at + 1) + " a name follows the number "
                    + text.substring(from, at) + ": a product is written with *, a power of ten such as 1e-3");
        }
        return text.substring(from, at);
    }

    private void passExponent() {
        if (after(0) != 'e' && after(0) != 'E') {
            return;
        }
        int sign = after(1) == '-' || after(1) == '+' ? 1 : 0;
        if (isDigit(after(1 + sign))) {
            at += 1 + sign;
            while (isDigit(after(0))) {
                at++;
            }
        }
    }

    /** A letter, and letters and digits after it; empty if no name begins here. */
    String name() {
        peek();
        int from = at;
        while (isLetter(after(0)) || (at > from && isDigit(after(0)))) {
            at++;
        }
        return text.substring(from, at);
    }

    /** The character so far ahead, blanks included; 0 beyond the end. */
    private char after(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDigitOrPoint(char c) {
        return isDigit(c) || c == '.';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    IllegalArgumentException wrong(String expected) {
        String found = peek() == 0 ? "the end" : "“" + peek() + "”";
        return new IllegalArgumentException(
                "at character " + (at + 1) + " stands " + found + ", where " + expected + " is expected");
    }
}
