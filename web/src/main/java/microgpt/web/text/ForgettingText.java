package microgpt.web.text;

import java.util.List;

/** What the forgetting matrix shows, in words. */
public final class ForgettingText {
    /** Not worth calling forgotten, in bits per byte. */
    private static final double SLIGHT = 0.05;

    private ForgettingText() {}

    /** A transfer: its name, its mean with a sign, and over how many texts. */
    public static String transfer(String name, double mean, int texts) {
        if (texts == 0) {
            return name + ": " + Numbers.UNKNOWN;
        }
        return name + ": " + signed(mean) + " bits per byte, the mean over " + texts
                + (texts == 1 ? " text" : " texts");
    }

    /** With a sign, and no zero that has one. */
    public static String signed(double bits) {
        String digits = Numbers.fixed(Math.abs(bits), 2);
        return digits.equals("0.00") ? digits : (bits < 0 ? "−" : "+") + digits;
    }

    /** What cost most: {@code text} lost {@code bits} when {@code after} was read. */
    public static String worst(String text, String after, double bits) {
        String cost = Numbers.fixed(bits, 2) + " bits per byte more than right after it was read";
        return bits < SLIGHT
                ? "Hardly anything was forgotten so far: after “" + after + "”, the text “" + text + "” costs " + cost
                        + ", and that is the most."
                : "After “" + after + "”, the text “" + text + "” costs " + cost + ": the most that was forgotten.";
    }

    /** What stands at the head of a row: the text that was read, with its visit if there are several. */
    public static String visit(List<Integer> texts, int row, String label) {
        int visit = 0;
        int all = 0;
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).equals(texts.get(row))) {
                all++;
                visit += i <= row ? 1 : 0;
            }
        }
        return all > 1 ? label + " " + visit : label;
    }
}
