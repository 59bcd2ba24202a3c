package microgpt.web.text;

/** What was typed into a field, seen from its text before and after. */
public final class Typing {
    private Typing() {}

    /** The characters that are new; empty if some only went. Where the same could stand in two places, the later. */
    public static String inserted(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int same = 0;
        while (same < most && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < most - same
                && before.charAt(before.length() - 1 - sameAtEnd) == after.charAt(after.length() - 1 - sameAtEnd)) {
            sameAtEnd++;
        }
        return after.substring(same, after.length() - sameAtEnd);
    }
}
