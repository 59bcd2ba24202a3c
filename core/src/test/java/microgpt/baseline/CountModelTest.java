package microgpt.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CountModelTest {
    /** The bits that {@code bytes} cost, each predicted before it is observed. */
    private static double score(CountModel model, byte... bytes) {
        double bits = 0;
        for (byte value : bytes) {
            bits += model.bits(value & 0xff);
            model.observe(value & 0xff);
        }
        return bits;
    }

    private static byte[] random(int length, int values) {
        Rng rng = Rng.seeded(11);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) rng.nextInt(values);
        }
        return bytes;
    }

    @Test
    void fourEqualBitsCostWhatKrichevskyAndTrofimovSay() {
        assertEquals(1.870717, score(new CountModel(0, 2), new byte[4]), 1e-6);
    }

    @Test
    void theFirstByteCostsEightBits() {
        for (int order = 0; order <= 2; order++) {
            assertEquals(8, new CountModel(order).bits('a'), 1e-12);
        }
    }

    @Test
    void aByteIsBlendedFromLongerAndShorterContexts() {
        CountModel model = new CountModel(2);
        score(model, (byte) 'a', (byte) 'b', (byte) 'a', (byte) 'c', (byte) 'a');
        // order 0: a 3 times of 5; order 1: after a came b and c; order 2: after "ca" nothing
        double b0 = 1.5 / (5 + 128);
        assertEquals((1 + 2 * b0) / (2 + 2), model.probability('b'), 1e-15);
        model.observe('b');
        // after "ab" came a; after b came a
        double a0 = 3.5 / (6 + 128);
        double a1 = (1 + a0) / (1 + 1);
        assertEquals((1 + a1) / (1 + 1), model.probability('a'), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void probabilitiesSumToOne(int order) {
        CountModel model = new CountModel(order);
        byte[] bytes = random(5_000, 7);
        for (int i = 0; i < bytes.length; i++) {
            if (i % 500 == 0) {
                double sum = 0;
                for (int next = 0; next < 256; next++) {
                    sum += model.probability(next);
                }
                assertEquals(1, sum, 1e-12);
            }
            model.observe(bytes[i] & 0xff);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void uniformBytesCostAtLeastEightBits(int order) {
        byte[] bytes = random(200_000, 256);
        double mean = score(new CountModel(order), bytes) / bytes.length;
        assertTrue(mean >= 8 && mean < 9.2, "mean " + mean);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void constantBytesCostNextToNothing(int order) {
        byte[] bytes = new byte[200_000];
        assertTrue(score(new CountModel(order), bytes) / bytes.length < 0.01);
    }

    @Test
    void eachOrderSeesItsOwnKindOfStructure() {
        byte[] bytes = new byte[40_000];
        Rng rng = Rng.seeded(3);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i < 2 || rng.nextInt(10) == 0 ? rng.nextInt(16) : bytes[i - 1] ^ bytes[i - 2]);
        }
        double order0 = score(new CountModel(0), bytes) / bytes.length;
        double order1 = score(new CountModel(1), bytes) / bytes.length;
        double order2 = score(new CountModel(2), bytes) / bytes.length;
        assertTrue(order2 < 1.2 && order1 > 2 && order0 > 2, order0 + " " + order1 + " " + order2);
    }

    @Test
    void theTableOfTriplesStopsGrowingAndStaysADistribution() {
        CountModel model = new CountModel(2);
        Rng rng = Rng.seeded(5);
        for (int i = 0; i < TripleCounts.MOST + 200_000; i++) {
            model.observe(rng.nextInt(256));
        }
        double sum = 0;
        for (int next = 0; next < 256; next++) {
            sum += model.probability(next);
        }
        assertEquals(1, sum, 1e-12);
    }

    @Test
    void otherOrdersAreRefused() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new CountModel(3));
        assertEquals("order 3 must be 0, 1 or 2", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aSavedModelGoesOnAlike(int order) {
        CountModel model = new CountModel(order);
        score(model, random(30_000, 40));
        CountModel restored = new CountModel(order);
        restored.restore(saved(model));
        byte[] next = random(5_000, 50);
        assertEquals(score(model, next), score(restored, next));
    }

    private static Snapshot saved(CountModel model) {
        Snapshot snapshot = new Snapshot();
        model.save(snapshot);
        return snapshot;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void countsBeyondTwoToThe31StayADistribution(int order) {
        CountModel model = new CountModel(order);
        score(model, random(1_000, 3));
        Snapshot state = saved(model);
        long many = Integer.MAX_VALUE - 2L;
        state.put("latest", 3 * many, 0, 0);
        long[] counts = state.longs("counts");
        Arrays.fill(counts, 0, 3, many);
        if (order > 0) {
            Arrays.fill(state.longs("pair_counts"), many);
        }
        if (order > 1) {
            Arrays.fill(state.ints("triple_counts"), (int) many);
        }
        CountModel restored = new CountModel(order);
        restored.restore(state);
        for (int i = 0; i < 20; i++) {
            restored.observe(0);
            assertTrue(restored.probability(0) > 0.3 && restored.probability(0) < 0.4, "of three alike");
            double sum = 0;
            for (int next = 0; next < 256; next++) {
                sum += restored.probability(next);
            }
            assertEquals(1, sum, 1e-12);
        }
    }

    @Test
    void whatIsDamagedIsRefused() {
        refused("latest", 5L, 256L, 0L);
        refused("pairs", 1 << 16);
        refused("pair_counts", 0L);
        refused("triples", 1 << 24);
        refused("triples", 5, 6);
        refused("triple_counts", 0);
        refused("counts", 1L);
    }

    private static void refused(String name, long... values) {
        Snapshot state = oneTriple();
        state.put(name, values);
        assertThrows(IllegalArgumentException.class, () -> new CountModel(2).restore(state));
    }

    private static void refused(String name, int... values) {
        Snapshot state = oneTriple();
        state.put(name, values);
        assertThrows(IllegalArgumentException.class, () -> new CountModel(2).restore(state));
    }

    private static Snapshot oneTriple() {
        CountModel model = new CountModel(2);
        model.observe('a');
        return saved(model);
    }
}
