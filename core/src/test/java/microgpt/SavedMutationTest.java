package microgpt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import microgpt.checkpoint.BadFileException;
import microgpt.model.NonFiniteException;
import microgpt.names.NamesConfig;
import microgpt.names.NamesConfig.Arithmetic;
import org.junit.jupiter.api.Test;

/** Models saved by the library that were spoilt: each goes on, or is refused. */
class SavedMutationTest {
    private static final int MEMORY = 24 << 20;

    private static byte[] names(Arithmetic arithmetic, NamesConfig.Dialect dialect) {
        MicroGpt gpt = new MicroGpt(new NamesConfig(
                1, dialect, arithmetic, new NamesConfig.Shape(1, 2, 4, 8), NamesConfig.DEFAULT.learning()));
        gpt.load("ada\nalan\ngrace\n");
        gpt.train();
        return gpt.save();
    }

    @Test
    void aSpoiltModelOfNamesGoesOnOrIsRefused() throws Exception {
        List<byte[]> samples = List.of(
                EarlierFilesTest.earlier("names.saved"),
                names(Arithmetic.SCALAR, NamesConfig.Dialect.PYTHON),
                names(Arithmetic.FLOAT32, NamesConfig.Dialect.MICROGPTJS));
        Mutations.Outcome outcome =
                new Mutations(samples, IllegalArgumentException.class, MEMORY).check(SavedMutationTest::goOnWithNames);
        assertTrue(outcome.refused() > 0 && outcome.read() > 0, outcome.toString());
    }

    private static void goOnWithNames(byte... bytes) {
        MicroGpt gpt = MicroGpt.restored(bytes);
        try {
            if (gpt.config().learning().batch() < 10) {
                gpt.train();
            }
            gpt.generate(0.5);
        } catch (NonFiniteException e) {
            return; // numbers may be so large that nothing comes of them, as in any run
        }
        gpt.save();
    }

    @Test
    void aSpoiltOnlineModelGoesOnOrIsRefused() throws Exception {
        Mutations.Outcome outcome = new Mutations(
                        List.of(EarlierFilesTest.earlier("online.saved")), IllegalArgumentException.class, MEMORY)
                .check(bytes -> OnlineGpt.restored(bytes).observe("the cow "));
        assertTrue(outcome.refused() > 0, outcome.toString());
    }

    @Test
    void aSmallFileThatClaimsALargeModelTakesNoMemory() throws Exception {
        byte[] saved = names(Arithmetic.FLOAT32, NamesConfig.Dialect.PYTHON);
        ByteBuffer.wrap(saved).putInt(22, 4096); // the width
        Mutations none = new Mutations(List.of(), IllegalArgumentException.class, 1 << 20);
        String refusal = none.refusalOf(saved, MicroGpt::restored);
        assertTrue(refusal.startsWith("a state of ") && refusal.contains(" numbers, expected "), refusal);
    }

    @Test
    void whatNoModelSavesIsNamed() {
        byte[] saved = names(Arithmetic.SCALAR, NamesConfig.Dialect.PYTHON);
        byte[] longer = Arrays.copyOf(saved, saved.length + 3);
        assertRefused(longer, "cut short or damaged: 3 bytes after its end");
        byte[] flag = saved.clone();
        flag[12] = 2;
        assertRefused(flag, "cut short or damaged: a flag of 2");
        int at = new String(saved, StandardCharsets.ISO_8859_1).lastIndexOf("ada");
        byte[] other = saved.clone();
        other[at] = 'o';
        assertRefused(other, "its 3 texts to learn are not the 3 it has read");
        int draws = saved.length - 8 * 627;
        byte[] noughts = saved.clone();
        Arrays.fill(noughts, draws, draws + 8 * 624, (byte) 0);
        assertRefused(noughts, "a state of nothing but zeros");
        byte[] wide = saved.clone();
        wide[draws + 3] ^= 1;
        assertRefused(wide, "expected 32 bits each");
        byte[] used = saved.clone();
        ByteBuffer.wrap(used).putLong(saved.length - 24, 625);
        assertRefused(used, "a state with 625 words used");
        int power = draws - 4 - 8;
        byte[] infinite = saved.clone();
        ByteBuffer.wrap(infinite).putDouble(power, 1.5);
        assertRefused(infinite, "a product of decays of 1.5");
        ByteBuffer.wrap(infinite).putDouble(power - 16, -1);
        assertRefused(infinite, "a state with -1.0 at ");
        ByteBuffer.wrap(infinite).putDouble(power - 16, Double.NaN);
        assertRefused(infinite, "a state with NaN at ");
    }

    private static void assertRefused(byte[] saved, String complaint) {
        String refusal = String.valueOf(assertThrows(IllegalArgumentException.class, () -> MicroGpt.restored(saved))
                .getMessage());
        assertTrue(refusal.contains(complaint), refusal);
    }

    @Test
    void anOnlineModelThatIsNoneIsRefused() throws Exception {
        byte[] saved = EarlierFilesTest.earlier("online.saved");
        saved[9] ^= 1; // of the stream, of which the run knows the hash
        String refusal = String.valueOf(assertThrows(IllegalArgumentException.class, () -> OnlineGpt.restored(saved))
                .getMessage());
        assertEquals("the stream's first 138 bytes are not those that the run read", refusal);
        assertThrows(BadFileException.class, () -> OnlineGpt.restored(Arrays.copyOf(saved, 1000)));
    }
}
