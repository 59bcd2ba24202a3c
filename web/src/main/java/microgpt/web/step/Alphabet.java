package microgpt.web.step;

import java.util.List;

/** Tokens as readers see them: their characters, and BOS for the one that begins and ends a name. */
final class Alphabet {
    static final Alphabet NONE = new Alphabet(List.of());

    private final List<String> characters;

    Alphabet(List<String> characters) {
        this.characters = characters;
    }

    /** The number of tokens. */
    int size() {
        return characters.size() + 1;
    }

    int bos() {
        return characters.size();
    }

    String label(int token) {
        if (token < 0 || token >= characters.size()) {
            return "BOS";
        }
        String character = characters.get(token);
        return character.equals(" ") ? "·" : character;
    }

    /** In a sentence: “e”, or BOS. */
    String quoted(int token) {
        return token == bos() ? "BOS" : "“" + label(token) + "”";
    }

    /** The labels one after the other: BOS e m m a. */
    String all(List<Integer> tokens) {
        StringBuilder out = new StringBuilder();
        for (int token : tokens) {
            out.append(out.length() == 0 ? "" : " ").append(label(token));
        }
        return out.toString();
    }
}
