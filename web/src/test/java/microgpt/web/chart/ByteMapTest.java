package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.numeric.Rng;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class ByteMapTest {
    private static final int COLUMNS = 4;

    private final ByteMap map = new ByteMap();

    @Test
    void theFirstPictureIsShownAtOnceAndFitsTheFrame() {
        assertFalse(map.isShown());
        map.show(map(1, "abcd"));
        assertTrue(map.isShown());
        double farthest = 0;
        for (char each : "abcd".toCharArray()) {
            farthest = Math.max(farthest, Math.max(Math.abs(map.x(each)), Math.abs(map.y(each))));
        }
        assertEquals(1 / 1.04, farthest, 1e-9);
        assertTrue(map.share() > 0 && map.share() <= 1);
    }

    @Test
    void pointsGlideToTheNextPicture() {
        map.show(map(1, "abcd"));
        double before = map.x('a');
        map.show(map(2, "abcd"));
        assertEquals(before, map.x('a'));
        assertTrue(map.approach(0.5));
        double half = map.x('a');
        assertFalse(map.approach(1));
        assertEquals(map.x('a') - half, half - before, 1e-9);
    }

    @Test
    void onlyBytesThatWereReadCanBePointedAt() {
        map.show(map(1, "abcd"));
        assertEquals('b', map.at(map.x('b'), map.y('b'), 0.01));
        assertEquals(-1, map.at(map.x('z'), map.y('z'), 1e-6));
        assertEquals(-1, map.at(5, 5, 0.1));
    }

    @Test
    void arrowKeysGoToTheNearestByteOnThatSide() {
        map.show(map(1, "abcdefghij"));
        int rightmost = 'a';
        for (char each : "abcdefghij".toCharArray()) {
            rightmost = map.x(each) > map.x(rightmost) ? each : rightmost;
        }
        assertEquals(rightmost, map.beside(rightmost, 1, 0));
        int next = map.beside(rightmost, -1, 0);
        assertTrue(map.x(next) < map.x(rightmost));
        assertTrue(map.x(rightmost) - map.x(next) > Math.abs(map.y(rightmost) - map.y(next)));
    }

    @Test
    void neighboursAreThoseThatPointTheSameWay() {
        float[] values = new float[256 * COLUMNS];
        put(values, 'a', 1, 0, 0, 0);
        put(values, 'b', 9, 1, 0, 0);
        put(values, 'c', 1, 1, 0, 0);
        put(values, 'd', -1, 0, 0, 0);
        put(values, 'e', 1, 0, 0, 0);
        map.show(new LabReport.EmbeddingMap(1, 9, COLUMNS, seen("abcd"), Floats.of(values)));
        assertArrayEquals(new int[] {'b', 'c', 'd'}, map.neighbours('a', 5));
        assertArrayEquals(new int[] {'b'}, map.neighbours('a', 1));
        assertEquals(-1, map.cosine('a', 'd'), 1e-9);
        assertEquals(0, map.cosine('a', 'z'), "no direction");
    }

    @Test
    void anotherModelBeginsAnew() {
        map.show(map(1, "abcd"));
        map.clear();
        assertFalse(map.isShown());
        assertEquals(0, map.seen('a'));
        map.show(map(7, "xy"));
        assertEquals(1, map.seen('x'));
    }

    private static LabReport.EmbeddingMap map(long seed, String read) {
        Rng rng = Rng.seeded(seed);
        float[] values = new float[256 * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rng.nextGaussian();
        }
        return new LabReport.EmbeddingMap(1, seed, COLUMNS, seen(read), Floats.of(values));
    }

    private static Bytes seen(String read) {
        byte[] seen = new byte[256];
        for (int i = 0; i < read.length(); i++) {
            seen[read.charAt(i)] = 1;
        }
        return Bytes.of(seen);
    }

    private static void put(float[] values, int row, float... of) {
        System.arraycopy(of, 0, values, row * COLUMNS, COLUMNS);
    }
}
