package microgpt.web.lab;

import microgpt.web.chart.RecentBytes;
import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;

/** The painted bytes in words. */
final class StreamText {
    private static final int DESCRIBED = 60;

    private StreamText() {}

    /** One byte, and what it cost. */
    static String readout(RecentBytes bytes, int index) {
        return "Byte " + Numbers.grouped(bytes.position(index)) + ", " + Glyphs.name(bytes.value(index)) + ", cost "
                + Numbers.fixed(bytes.bits(index), 2) + " bits: it had been given "
                + Numbers.percent(Math.pow(2, -bytes.bits(index))) + WhoWasRight.clause(bytes, index) + ".";
    }

    /** The last words read and what they cost, for those who do not see the colours. */
    static String summary(RecentBytes bytes) {
        int from = Math.max(0, bytes.size() - DESCRIBED);
        StringBuilder text = new StringBuilder();
        double sum = 0;
        for (int i = from; i < bytes.size(); i++) {
            text.append(Glyphs.isHex(bytes.value(i)) ? '?' : (char) bytes.value(i));
            sum += bytes.bits(i);
        }
        return "The newest bytes, up to byte " + Numbers.grouped(bytes.end()) + ": " + text + ". They cost "
                + Numbers.fixed(sum / (bytes.size() - from), 2) + " bits each.";
    }
}
