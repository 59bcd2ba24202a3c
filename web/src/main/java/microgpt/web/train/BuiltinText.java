package microgpt.web.train;

import microgpt.corpus.genre.Genre;
import microgpt.protocol.Source;

/** A text of one built-in kind, of so many bytes. */
record BuiltinText(Genre genre, int bytes) {
    static final BuiltinText DEFAULT = new BuiltinText(Genre.STORIES, 1_000_000);

    /** The smallest and the largest that is offered. */
    static final int LEAST = 10_000;

    static final int MOST = 10_000_000;

    BuiltinText {
        if (bytes < LEAST || bytes > MOST) {
            throw new IllegalArgumentException("a built-in text has " + LEAST + " to " + MOST + " bytes, not " + bytes);
        }
    }

    /** The kind with this name. */
    static Genre genre(String label) {
        for (Genre genre : Genre.values()) {
            if (genre.label().equals(label)) {
                return genre;
            }
        }
        throw new IllegalArgumentException("there is no built-in text \"" + label + "\"");
    }

    /**
     * The text that a link asks for; empty words are the default's.
     *
     * @throws IllegalArgumentException saying what is wrong with the words
     */
    static BuiltinText parse(String label, String bytes) {
        try {
            return new BuiltinText(
                    label.isEmpty() ? DEFAULT.genre : genre(label),
                    bytes.isEmpty() ? DEFAULT.bytes : Integer.parseInt(bytes));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("“bytes=" + bytes + "” is not a number of bytes", e);
        }
    }

    /** What the worker writes it from. */
    Source source() {
        return new Source.Phases(
                "{\"seed\": 2, \"phases\": [{\"phase\": \"" + genre.label() + "\", \"bytes\": " + bytes + "}]}");
    }
}
