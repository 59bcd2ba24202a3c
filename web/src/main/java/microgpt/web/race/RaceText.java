package microgpt.web.race;

import microgpt.numeric.Interval;
import microgpt.web.chart.RecentBytes;
import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;

/** What a race has shown, in sentences. */
final class RaceText {
    /** Closer than this, in bits, two costs of a byte count as the same. */
    static final double SAME_BITS = 0.1;

    private static final int LEAST_DECIMALS = 3;
    private static final int MOST_DECIMALS = 6;

    private RaceText() {}

    /** Who is better, A or {@code other}, by how much, and how sure that is. */
    static String verdict(Pairing pairing, String other, long bytes) {
        if (bytes == 0) {
            return "Nothing has been read yet.";
        }
        String read = Numbers.bytes(bytes);
        if (pairing.parting() == null) {
            return "No difference: to the bit, each of the " + Numbers.grouped(bytes)
                    + " bytes read so far costs A and " + other + " the same.";
        }
        Interval interval = pairing.interval();
        if (!interval.isKnown()) {
            return "Too little was read to tell A from " + other + ": " + read + ", and an interval needs 1 KB.";
        }
        double mean = pairing.mean();
        if (interval.hasZero()) {
            int decimals = decimals(interval);
            return "No difference that " + read + " can show: " + other + " − A = "
                    + Numbers.fixed(mean, decimals) + " bits per byte, 95 % interval from "
                    + Numbers.fixed(interval.low(), decimals) + " to " + Numbers.fixed(interval.high(), decimals)
                    + ".";
        }
        boolean otherWins = mean < 0;
        Interval gain = otherWins ? new Interval(-interval.high(), -interval.low()) : interval;
        int decimals = decimals(gain);
        return (otherWins ? other : "A") + " is better by " + Numbers.fixed(Math.abs(mean), decimals)
                + " bits per byte over " + read + ", 95 % interval from " + Numbers.fixed(gain.low(), decimals) + " to "
                + Numbers.fixed(gain.high(), decimals) + ".";
    }

    /** How many bits per byte the other one needs more, with as many digits as the interval is worth. */
    static String difference(Pairing pairing) {
        return signed(pairing.mean(), decimals(pairing.interval()));
    }

    /** From where to where that may be; empty while nobody knows. */
    static String interval(Pairing pairing) {
        Interval interval = pairing.interval();
        int decimals = decimals(interval);
        return interval.isKnown() ? signed(interval.low(), decimals) + " to " + signed(interval.high(), decimals) : "";
    }

    /** Where two contenders cost a byte differently for the first time. */
    static String parting(Pairing pairing, String other) {
        Pairing.Parting parting = pairing.parting();
        if (parting == null) {
            return "A and " + other + " have not parted yet.";
        }
        return "A and " + other + " first part at byte " + Numbers.grouped(parting.position()) + ", "
                + Glyphs.name(parting.value()) + ": A " + Numbers.fixed(parting.first(), 3) + " bits, " + other + " "
                + Numbers.fixed(parting.other(), 3) + ".";
    }

    /** One byte of the text. */
    static String readout(RecentBytes bytes, int index, String other) {
        double first = bytes.bits(index);
        double second = bytes.bits(other, index);
        double gap = second - first;
        String who = Math.abs(gap) < SAME_BITS
                ? "about the same"
                : (gap > 0 ? "A" : other) + " better by " + Numbers.fixed(Math.abs(gap), 2);
        return "Byte " + Numbers.grouped(bytes.position(index)) + ", " + Glyphs.name(bytes.value(index)) + ": A "
                + Numbers.fixed(first, 2) + " bits, " + other + " " + Numbers.fixed(second, 2) + ", " + who + ".";
    }

    /** How often each was better among the bytes in sight. */
    static String shares(RecentBytes bytes, String other) {
        int first = 0;
        int second = 0;
        for (int i = 0; i < bytes.size(); i++) {
            int who = better(bytes, i, other);
            first += who < 0 ? 1 : 0;
            second += who > 0 ? 1 : 0;
        }
        double all = Math.max(1, bytes.size());
        return "Of the newest " + Numbers.grouped(bytes.size()) + " bytes, A was better at "
                + Numbers.percent(first / all) + ", " + other + " at " + Numbers.percent(second / all) + ".";
    }

    /** -1 if A was better at a byte, 1 if the other was, 0 if they are as good as the same. */
    static int better(RecentBytes bytes, int index, String other) {
        double gap = bytes.bits(other, index) - bytes.bits(index);
        return gap > SAME_BITS ? -1 : gap < -SAME_BITS ? 1 : 0;
    }

    /** With its sign, unless it is nothing. */
    static String signed(double value, int decimals) {
        String fixed = Numbers.fixed(value, decimals);
        boolean rises = value > 0 && !fixed.equals(Numbers.fixed(0, decimals));
        return rises ? "+" + fixed : fixed;
    }

    /** So many that the width of the interval has two digits, and that an end of it which is not 0 does not look like it. */
    private static int decimals(Interval interval) {
        double width = interval.high() - interval.low();
        double least = Math.min(Math.abs(interval.low()), Math.abs(interval.high()));
        int decimals = LEAST_DECIMALS;
        for (double unit = 0.01; decimals < MOST_DECIMALS; unit /= 10) {
            boolean enough = !(width < unit) && !(least > 0 && least < unit / 20);
            if (enough) {
                break;
            }
            decimals++;
        }
        return decimals;
    }
}
