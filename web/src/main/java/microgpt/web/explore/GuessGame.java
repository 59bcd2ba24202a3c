package microgpt.web.explore;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.DoubleMath;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;

/**
 * A reader and a run predict the same bytes, and both are charged the bits of what they gave the truth. The reader names a
 * byte and how sure they are; the rest of the probability goes to all bytes as often as they have occurred (order 0), that
 * one included.
 */
final class GuessGame {
    static final int LENGTH = 20;
    /** No byte was named. */
    static final int NO_PICK = -1;

    /** A float that was rounded to nothing. */
    private static final double LEAST = Float.MIN_NORMAL;

    /** One byte of the game. */
    record Round(int truth, int pick, double readerBits, double modelBits, int modelPick, double modelSure) {
        boolean isRight() {
            return pick == truth;
        }

        /** Whether the reader was charged less. */
        boolean isWon() {
            return readerBits < modelBits;
        }
    }

    private final List<Round> rounds = new ArrayList<>();
    private double readerBits;
    private double modelBits;
    private int streak;
    private int longest;

    /** Charges both for the byte that {@code predicted} is about; the reader gave {@code sure}, 0 to 1, to {@code pick}. */
    Round charge(LabReport.Predicted predicted, int pick, double sure) {
        int truth = predicted.truth();
        double certain = pick == NO_PICK ? 0 : sure;
        double reader = (1 - certain) * predicted.order0().at(truth) + (pick == truth ? certain : 0);
        int best = likeliest(predicted.probabilities());
        Round round = new Round(
                truth,
                pick,
                bits(reader),
                bits(predicted.probabilities().at(truth)),
                best,
                predicted.probabilities().at(best));
        rounds.add(round);
        readerBits += round.readerBits();
        modelBits += round.modelBits();
        streak = round.isRight() ? streak + 1 : 0;
        longest = Math.max(longest, streak);
        return round;
    }

    private static int likeliest(Floats probabilities) {
        int best = 0;
        for (int value = 1; value < probabilities.size(); value++) {
            best = probabilities.at(value) > probabilities.at(best) ? value : best;
        }
        return best;
    }

    private static double bits(double probability) {
        return -DoubleMath.log2(Math.max(probability, LEAST));
    }

    List<Round> rounds() {
        return List.copyOf(rounds);
    }

    int played() {
        return rounds.size();
    }

    boolean isOver() {
        return played() == LENGTH;
    }

    /** Bits per byte of the reader; NaN before the first byte, like the next. */
    double reader() {
        return readerBits / played();
    }

    /** Bits per byte of the run. */
    double model() {
        return modelBits / played();
    }

    /** How many bytes before now were named rightly in a row. */
    int streak() {
        return streak;
    }

    int longestStreak() {
        return longest;
    }

    int right() {
        int right = 0;
        for (Round round : rounds) {
            right += round.isRight() ? 1 : 0;
        }
        return right;
    }

    /** How many bytes the run itself held likeliest. */
    int modelRight() {
        int right = 0;
        for (Round round : rounds) {
            right += round.modelPick() == round.truth() ? 1 : 0;
        }
        return right;
    }
}
