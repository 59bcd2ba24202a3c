package microgpt.web.explore;

import java.util.List;
import microgpt.web.text.ByteText;
import microgpt.web.text.Numbers;

/** What is said of a typed text in words. */
final class TalkText {
    private TalkText() {}

    /** What was learned from the text. */
    static String learned(double before, double after) {
        return " It has read this text now: before, it cost " + Numbers.fixed(before, 2) + ", and again it would cost "
                + Numbers.fixed(after, 2) + ".";
    }

    /** The newest character, and the mean of all. */
    static String readout(TypedText text, List<ByteText.Piece> pieces) {
        if (pieces.isEmpty()) {
            return "Nothing typed yet. The bars are what it expects at the beginning of a line.";
        }
        ByteText.Piece last = pieces.get(pieces.size() - 1);
        double bits = text.bits(last.at(), last.bytes());
        if (Double.isNaN(bits)) {
            return "";
        }
        return last.name() + " cost " + Numbers.fixed(bits, 2) + " bits: it had been given "
                + Numbers.percent(Math.pow(2, -bits)) + ". All " + Numbers.grouped(text.size()) + " bytes: "
                + Numbers.fixed(text.mean(), 2) + " bits per byte; uniform: 8.";
    }
}
