package microgpt.web.text;

/** The kind of sign that a byte stands for in English text. */
public enum ByteClass {
    VOWEL("vowels"),
    CONSONANT("consonants"),
    CAPITAL("capitals"),
    DIGIT("digits"),
    PUNCTUATION("punctuation"),
    SPACE("white space"),
    OTHER("other");

    private final String plural;

    ByteClass(String plural) {
        this.plural = plural;
    }

    public String plural() {
        return plural;
    }

    /** The class of a byte, 0 to 255. */
    public static ByteClass of(int value) {
        if (value >= 'a' && value <= 'z') {
            return "aeiou".indexOf(value) >= 0 ? VOWEL : CONSONANT;
        } else if (value >= 'A' && value <= 'Z') {
            return CAPITAL;
        } else if (value >= '0' && value <= '9') {
            return DIGIT;
        } else if (value == ' ' || (value >= '\t' && value <= '\r')) {
            return SPACE;
        }
        return value > ' ' && value < 0x7f ? PUNCTUATION : OTHER;
    }
}
