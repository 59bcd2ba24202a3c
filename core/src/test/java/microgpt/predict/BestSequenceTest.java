package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class BestSequenceTest {
    @Test
    void itFindsWhatTryingEverySequenceFinds() {
        double[][] chances = FixedShareTest.inTurns(1, 3, 6);
        BestSequence best = told(new BestSequence(3, 6), chances);
        double[] expected = new double[7];
        Arrays.fill(expected, Double.POSITIVE_INFINITY);
        for (int sequence = 0; sequence < 729; sequence++) {
            double bits = 0;
            int switches = 0;
            int rest = sequence;
            for (int t = 0; t < 6; t++, rest /= 3) {
                bits += Chance.bits(chances[t][rest % 3]);
                switches += t < 5 && rest % 3 != rest / 3 % 3 ? 1 : 0;
            }
            expected[switches] = Math.min(expected[switches], bits);
        }
        for (int k = 0; k <= 6; k++) {
            assertEquals(expected[k], best.bits(k), 1e-9, k + " switches");
        }
        assertEquals(Double.POSITIVE_INFINITY, best.bits(6), "six bytes have five places to switch");
    }

    @Test
    void whatIsRestoredGoesOnToTheBit() {
        double[][] chances = FixedShareTest.inTurns(2, 3, 200);
        for (int at : new int[] {0, 120}) {
            Snapshot saved = new Snapshot();
            told(new BestSequence(3, 5), Arrays.copyOf(chances, at)).save(saved);
            BestSequence second = told(new BestSequence(3, 5), Arrays.copyOf(chances, 7));
            second.restore(saved);
            told(second, Arrays.copyOfRange(chances, at, 200));
            BestSequence expected = told(new BestSequence(3, 5), chances);
            for (int k = 0; k <= 5; k++) {
                assertEquals(expected.bits(k), second.bits(k));
            }
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BestSequence(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new BestSequence(1, -1));
        BestSequence best = new BestSequence(2, 1);
        assertThrows(IllegalArgumentException.class, () -> best.observe(new double[] {1}));
        Snapshot wrong = new Snapshot();
        best.save(wrong);
        wrong.doubles("least")[1] = Double.NaN;
        Exception thrown = assertThrows(IllegalArgumentException.class, () -> best.restore(wrong));
        assertEquals("least holds NaN at 1, expected a number of bits", thrown.getMessage());
    }

    private static BestSequence told(BestSequence best, double[][] chances) {
        for (double[] one : chances) {
            best.observe(one);
        }
        return best;
    }
}
