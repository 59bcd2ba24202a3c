package microgpt.web.race;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import microgpt.protocol.Bytes;
import microgpt.protocol.Reals;
import org.junit.jupiter.api.Test;

class RaceRecordTest {
    private final RaceRecord record = new RaceRecord(2);

    @Test
    void onlyWhatEveryoneHasReadCounts() {
        record.add(0, bytes("hello"), Reals.of(1, 2, 3, 4, 5));
        assertEquals(0, record.position());
        record.add(1, bytes("he"), Reals.of(1, 2.5));
        assertEquals(2, record.position());
        assertEquals(1.5, record.score(0).mean());
        assertEquals(1.75, record.score(1).mean());
        assertEquals(0.25, record.pairing(1).mean());
        record.add(1, bytes("llo"), Reals.of(3, 4, 5));
        assertEquals(5, record.position());
        assertEquals(3, record.score(0).mean());
        assertEquals('o', record.recent().value(4));
        assertEquals(5, record.recent().bits("B", 4));
    }

    @Test
    void theFirstByteWhoseCostsDifferIsNamed() {
        record.add(0, bytes("hello"), Reals.of(1, 2, 3, 4, 5));
        record.add(1, bytes("hello"), Reals.of(1, 2, 3.5, 4, 6));
        assertEquals(new Pairing.Parting(2, 'l', 3, 3.5), record.pairing(1).parting());
    }

    @Test
    void thoseWhoNeverDifferDoNotPart() {
        record.add(1, bytes("hey"), Reals.of(1, 2, 3));
        record.add(0, bytes("hey"), Reals.of(1, 2, 3));
        assertNull(record.pairing(1).parting());
    }

    /** However reports are cut: else the same race would look different each time. */
    @Test
    void curvesAndIntervalsDoNotDependOnWhenReportsCame() {
        double[] first = costs(3);
        double[] second = costs(5);
        RaceRecord other = new RaceRecord(2);
        Bytes text = Bytes.of(new byte[first.length]);
        record.add(0, text, Reals.of(first));
        record.add(1, text, Reals.of(second));
        for (int at = 0; at < first.length; at += 100) {
            Bytes piece = Bytes.of(new byte[100]);
            other.add(1, piece, Reals.of(Arrays.copyOfRange(second, at, at + 100)));
            other.add(0, piece, Reals.of(Arrays.copyOfRange(first, at, at + 100)));
        }
        assertArrayEquals(record.positions(), other.positions());
        assertArrayEquals(record.means(1), other.means(1));
        assertArrayEquals(record.averages(0), other.averages(0));
        assertArrayEquals(record.pairing(1).positions(), other.pairing(1).positions());
        assertArrayEquals(record.pairing(1).lows(), other.pairing(1).lows());
        assertArrayEquals(record.pairing(1).highs(), other.pairing(1).highs());
        assertTrue(record.pairing(1).positions().length > 5);
    }

    private static double[] costs(int seed) {
        double[] costs = new double[4000];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = (i * seed % 17) / 4.0;
        }
        return costs;
    }

    private static Bytes bytes(String text) {
        byte[] values = new byte[text.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) text.charAt(i);
        }
        return Bytes.of(values);
    }
}
