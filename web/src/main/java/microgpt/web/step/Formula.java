package microgpt.web.step;

import java.util.ArrayList;
import java.util.List;

/**
 * A formula as the tree of MathML elements that show it.
 *
 * @param tag of MathML
 * @param text of a leaf, empty if there are parts
 */
record Formula(String tag, String text, List<Formula> parts) {
    private static Formula leaf(String tag, String text) {
        return new Formula(tag, text, List.of());
    }

    private static Formula of(String tag, Formula... parts) {
        return new Formula(tag, "", List.of(parts));
    }

    /** Reads a little of TeX: {@code \frac \sqrt \sum \,}, braces, the scripts _ and ^; other signs stand for themselves. */
    static Formula parse(String tex) {
        Reader reader = new Reader(tex);
        Formula row = reader.row();
        if (reader.at < tex.length()) {
            throw new IllegalArgumentException("a brace too many at " + reader.at + " of " + tex);
        }
        return row;
    }

    private static final class Reader {
        private static final Formula SUM = leaf("mo", "∑");

        private final String tex;
        private int at;

        Reader(String tex) {
            this.tex = tex;
        }

        /** Everything up to the end or a brace that closes. */
        Formula row() {
            List<Formula> parts = new ArrayList<>();
            while (!isNext('}') && at < tex.length()) {
                parts.add(scripted());
                skipBlanks();
            }
            return parts.size() == 1 ? parts.get(0) : new Formula("mrow", "", List.copyOf(parts));
        }

        private Formula scripted() {
            Formula base = atom();
            if (isNext('_')) {
                at++;
                Formula below = atom();
                if (isNext('^')) {
                    at++;
                    return of("msubsup", base, below, atom());
                }
                return of(base.equals(SUM) ? "munder" : "msub", base, below);
            }
            if (isNext('^')) {
                at++;
                return of("msup", base, atom());
            }
            return base;
        }

        private Formula atom() {
            skipBlanks();
            if (at == tex.length()) {
                throw new IllegalArgumentException("something is missing at the end of " + tex);
            }
            char first = tex.charAt(at);
            if (first == '{') {
                at++;
                Formula inside = row();
                if (!isNext('}')) {
                    throw new IllegalArgumentException("a brace is not closed in " + tex);
                }
                at++;
                return inside;
            }
            if (first == '\\') {
                at++;
                if (isNext(',')) {
                    at++;
                    return leaf("mtext", "\u2009");
                }
                return command(letters());
            }
            if (Character.isLetter(first)) {
                return leaf("mi", letters());
            }
            if (Character.isDigit(first)) {
                return leaf("mn", digits());
            }
            at++;
            return leaf("mo", Character.toString(first));
        }

        private Formula command(String name) {
            return switch (name) {
                case "sum" -> SUM;
                case "sqrt" -> of("msqrt", atom());
                case "frac" -> of("mfrac", atom(), atom());
                default -> throw new IllegalArgumentException("no command \\" + name + " in " + tex);
            };
        }

        private String letters() {
            int from = at;
            while (at < tex.length() && Character.isLetter(tex.charAt(at))) {
                at++;
            }
            return tex.substring(from, at);
        }

        private String digits() {
            int from = at;
            while (at < tex.length() && Character.isDigit(tex.charAt(at))) {
                at++;
            }
            return tex.substring(from, at);
        }

        private boolean isNext(char sign) {
            skipBlanks();
            return at < tex.length() && tex.charAt(at) == sign;
        }

        private void skipBlanks() {
            while (at < tex.length() && tex.charAt(at) == ' ') {
                at++;
            }
        }
    }
}
