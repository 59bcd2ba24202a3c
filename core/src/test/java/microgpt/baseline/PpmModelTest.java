package microgpt.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PpmModelTest {
    private static double[] costs(PpmModel model, String text) {
        double[] bits = new double[text.length()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = model.bits(text.charAt(i));
            model.observe(text.charAt(i));
        }
        return bits;
    }

    /** Words drawn at random: repetitive, like a language, with a byte that comes rarely. */
    private static String words(int length, long seed) {
        Rng rng = Rng.seeded(seed);
        String[] words = {"the ", "cat ", "that ", "sat ", "on ", "a ", "mat", "\n", "at ", "aaaa"};
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(rng.nextInt(50) == 0 ? Character.toString(rng.nextInt(256)) : words[rng.nextInt(words.length)]);
        }
        return text.substring(0, length);
    }

    private static String noise(int length, int values) {
        Rng rng = Rng.seeded(5);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) rng.nextInt(values));
        }
        return text.toString();
    }

    private static double sum(PpmModel model) {
        double sum = 0;
        for (int next = 0; next < 256; next++) {
            sum += model.probability(next);
        }
        return sum;
    }

    @Test
    void abracadabraCostsWhatIsReckonedByHand() {
        double[] expected = {
            1.0 / 256, // a: nothing is known
            1.0 / 2 / 255, // b: not the a that came once
            2.0 / 4 / 254, // r: neither a nor b
            1.0 / 6, // a: a, b and r came once each
            1.0 / 2 * 2 / 5 / 253, // c: after a came b; else a twice and r once
            2.0 / 9, // a: a twice, b, r and c once
            2.0 / 4 * 2 / 6 / 252, // d: after a came b and c; else a three times and r once
            3.0 / 12, // a: a three times, b, r, c and d once
            1.0 / 6, // b: after a came b, c and d
            1.0 / 2, // r: after ab
            1.0 / 2 // a: after br
        };
        PpmModel model = new PpmModel(2, 1000);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], model.probability("abracadabra".charAt(i)), 1e-15, "at " + i);
            model.observe("abracadabra".charAt(i));
        }
        // only after ra and a: the b was not counted after shorter contexts that did not predict it
        assertEquals(1.0 / 2 * 2 / 5, model.probability('b'), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void everyByteCostsWhatTheDefinitionSays(int order) {
        for (String text : new String[] {"abracadabra", words(6000, order), noise(3000, 3), noise(3000, 256)}) {
            PpmModel model = new PpmModel(order, ContextTree.MOST);
            PpmDefinition definition = new PpmDefinition(order);
            for (int i = 0; i < text.length(); i++) {
                char next = text.charAt(i);
                assertEquals(
                        definition.probability(next),
                        model.probability(next),
                        1e-12 * definition.probability(next),
                        "at " + i);
                model.observe(next);
                definition.observe(next);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 256})
    void probabilitiesSumToOne(int values) {
        PpmModel model = new PpmModel();
        assertEquals(1, sum(model), 1e-12);
        String text = words(4000, 7) + noise(20_000, values);
        for (int i = 0; i < text.length(); i++) {
            model.observe(text.charAt(i));
            if (i % 100 == 0) {
                assertEquals(1, sum(model), 1e-12, "after " + i);
            }
        }
    }

    @Test
    void askingChangesNothingAndNoByteChangesWhatThoseBeforeItCost() {
        String text = words(3000, 1);
        double[] expected = costs(new PpmModel(), text);
        PpmModel asked = new PpmModel();
        for (int i = 0; i < 1500; i++) {
            sum(asked);
            assertEquals(expected[i], asked.bits(text.charAt(i)));
            asked.observe(text.charAt(i));
        }
        double[] changed = costs(new PpmModel(), text.substring(0, 1500) + "#" + text.substring(1501));
        assertArrayEquals(Arrays.copyOf(expected, 1500), Arrays.copyOf(changed, 1500));
        assertTrue(changed[1501] != expected[1501]);
    }

    @Test
    void aFullTreeStartsAnewAsIfNothingHadBeenRead() {
        String text = words(20_000, 2);
        PpmModel model = new PpmModel(5, 2000);
        int times = 0;
        PpmModel fresh = new PpmModel(5, 2000);
        for (int i = 0; i < text.length(); i++) {
            long before = model.from();
            model.observe(text.charAt(i));
            if (model.from() != before) {
                times++;
                assertEquals(i, model.from());
                fresh = new PpmModel(5, 2000);
            }
            fresh.observe(text.charAt(i));
            assertEquals(fresh.bits('a'), model.bits('a'), "at " + i);
            assertTrue(
                    model.memoryBytes() <= 2000 * ContextTree.BYTES_EACH + ContextTree.FIXED_BYTES,
                    model.memoryBytes() + " bytes");
        }
        assertTrue(times > 2, times + " times");
    }

    @Test
    void memoryIsBounded() {
        PpmModel model = new PpmModel();
        assertTrue(model.memoryBytes() < 300_000, "it grows with what is read");
        Rng rng = Rng.seeded(9);
        for (int i = 0; i < 200_000; i++) {
            model.observe(rng.nextInt(256));
        }
        assertTrue(model.from() > 0);
        assertEquals(PpmModel.MOST_BYTES, model.memoryBytes());
    }

    @Test
    void bytesWithoutStructureCostAboutEightBitsAndConstantOnesNext() {
        double random = mean(costs(new PpmModel(), noise(100_000, 256)));
        assertTrue(random >= 8 && random < 9, "mean " + random);
        double constant = mean(costs(new PpmModel(), "a".repeat(100_000)));
        assertTrue(constant < 0.01, "mean " + constant);
    }

    private static double mean(double... costs) {
        double sum = 0;
        for (double cost : costs) {
            sum += cost;
        }
        return sum / costs.length;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 4000})
    void aSavedModelGoesOnAlike(int length) {
        PpmModel model = new PpmModel(5, 2000);
        costs(model, words(length, 3));
        PpmModel restored = new PpmModel(5, 2000);
        restored.restore(saved(model), length);
        String more = words(10_000, 4);
        assertArrayEquals(costs(model, more), costs(restored, more));
        assertEquals(model.from(), restored.from());
        assertTrue(model.from() > length, "it also starts anew at the same byte");
    }

    @Test
    void aModelThatReadsFromWhereItStartedAnewGoesOnAlike() {
        String text = words(20_000, 5);
        PpmModel model = new PpmModel(5, 2000);
        costs(model, text);
        PpmModel again = new PpmModel(5, 2000);
        again.startAt(model.from());
        costs(again, text.substring((int) model.from()));
        String more = words(5000, 6);
        assertArrayEquals(costs(model, more), costs(again, more));
        assertEquals(model.from(), again.from());
    }

    private static Snapshot saved(PpmModel model) {
        Snapshot snapshot = new Snapshot();
        model.save(snapshot);
        return snapshot;
    }

    @Test
    void whatIsDamagedIsRefused() {
        refused("from", new long[] {4});
        refused("from", new long[] {0, 0});
        refused("latest", new int[] {6});
        refused("latest", new int[] {3}); // ab, as long as no context is
        refused("parents", new int[] {0, 0, 1, 0, 5}); // c after itself
        refused("parents", new int[] {0, 0, 1, 0, 3}); // abc
        refused("parents", new int[] {0, 0, 1, 0});
        refused("symbols", new byte[] {'a', 'b', 'b', 'b', 'c'}); // b twice
        refused("symbols", new byte[] {'a', 'b', 'b', 'c', 'd'}); // d after b, but nowhere else
        refused("symbol_counts", new byte[] {1, 1, 1, 0, 1});
        refused("symbol_counts", new byte[] {1, 1, 1, (byte) 255, 1});
        Snapshot state = abc();
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new PpmModel(1, 5).restore(state, 3));
        assertEquals("5 texts were counted, expected at most 4", refusal.getMessage());
    }

    private static void refused(String name, Object values) {
        Snapshot state = abc();
        new PpmModel(1, 6).restore(state, 3);
        state.arrays().put(name, values);
        assertThrows(IllegalArgumentException.class, () -> new PpmModel(1, 6).restore(state, 3), name);
    }

    /** Nodes 1 to 5: a, b, ab, c, bc. */
    private static Snapshot abc() {
        PpmModel model = new PpmModel(1, 6);
        costs(model, "abc");
        return saved(model);
    }
}
