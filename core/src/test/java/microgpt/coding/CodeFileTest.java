package microgpt.coding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import microgpt.numeric.Rng;
import microgpt.numeric.Sha256;
import microgpt.predict.Mixture;
import microgpt.predict.Size;
import org.junit.jupiter.api.Test;

class CodeFileTest {
    private static final String RECIPE = new CountsRecipe(Size.MINI, 1).toJson();
    private static final int VERSION_AT = 4;
    private static final int ARITHMETIC_AT = 5;

    @Test
    void everyTextComesBack() {
        byte[] speech =
                "to be, or not to be, that is the question. ".repeat(100).getBytes(StandardCharsets.US_ASCII);
        byte[] random = random(5000);
        for (byte[] text : new byte[][] {{}, {7}, {0}, {-1, -1}, new byte[3000], speech, random}) {
            assertArrayEquals(text, decode(encode(text).toBytes()));
        }
    }

    @Test
    void theCodeIsAsLongAsTheScoreSays() {
        byte[] text = "to be, or not to be, that is the question. ".repeat(300).getBytes(StandardCharsets.US_ASCII);
        TextEncoder encoder = encoder();
        encoder.add(text, 0, text.length);
        double ideal = encoder.bits() / 8;
        int found = encoder.finish().code().length;
        assertTrue(found <= ideal * 1.0001 + 16 && found >= ideal - 1, found + " bytes for " + ideal);
    }

    @Test
    void aMixtureWithAnotherExpertIsDecodedByItsTwin() {
        byte[] text = "to be, or not to be, that is the question. ".repeat(20).getBytes(StandardCharsets.US_ASCII);
        TextEncoder encoder = new TextEncoder(besideAnother(), "two");
        encoder.add(text, 0, text.length);
        TextDecoder decoder = new TextDecoder(encoder.finish(), recipe -> besideAnother());
        decoder.advance(text.length);
        assertArrayEquals(text, decoder.finish());
    }

    private static Mixture besideAnother() {
        Mixture other = new Mixture(Size.MINI.config().megabytes(1));
        return new Mixture(Size.LEAN.config().megabytes(1), List.of(other));
    }

    @Test
    void whatCannotBeCodedGrowsByNoMoreThanTheHead() {
        byte[] text = random(5000);
        CodeFile file = encode(text);
        assertEquals(Arithmetic.STORED, file.arithmetic());
        assertEquals(text.length + 47, file.toBytes().length);
    }

    @Test
    void theDecoderCountsTheSameBits() {
        byte[] speech = "to be, or not to be, that is the question. ".repeat(9).getBytes(StandardCharsets.US_ASCII);
        TextEncoder encoder = encoder();
        encoder.add(speech, 0, speech.length);
        double bits = encoder.bits();
        TextDecoder decoder = decoder(encoder.finish());
        assertEquals(0, decoder.bits());
        decoder.advance(speech.length);
        assertEquals(bits, decoder.bits());
        TextDecoder stored = decoder(encode(random(500)));
        stored.advance(3);
        assertEquals(24, stored.bits());
    }

    @Test
    void aCodedTextIsKnownByItsBeginning() {
        byte[] file = encode(random(50)).toBytes();
        assertTrue(CodeFile.isBegunBy(Arrays.copyOf(file, 4)) && CodeFile.isBegunBy(file));
        assertFalse(CodeFile.isBegunBy(Arrays.copyOf(file, 3)));
        assertFalse(CodeFile.isBegunBy("text".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void zerosTakeNextToNothing() {
        assertTrue(encode(new byte[50_000]).code().length < 40);
    }

    @Test
    void howTheBytesArriveDoesNotMatter() {
        byte[] text = "abcabcabdabcabc".repeat(20).getBytes(StandardCharsets.US_ASCII);
        TextEncoder slow = encoder();
        for (int i = 0; i < text.length; i++) {
            slow.add(text, i, 1);
        }
        CodeFile file = slow.finish();
        assertArrayEquals(encode(text).toBytes(), file.toBytes());
        TextDecoder decoder = decoder(file);
        while (!decoder.isDone()) {
            decoder.advance(7);
            assertArrayEquals(Arrays.copyOf(text, decoder.decoded()), decoder.text(0, decoder.decoded()));
        }
        assertArrayEquals(text, decoder.finish());
    }

    @Test
    void anyDamagedByteIsRefused() {
        byte[] file = encode(
                        "a text that is long enough to be coded, coded, coded, coded and coded again; a text that is long"
                                .repeat(3)
                                .getBytes(StandardCharsets.US_ASCII))
                .toBytes();
        for (int at = 0; at < file.length; at++) {
            byte[] damaged = file.clone();
            damaged[at] ^= 0x10;
            assertThrows(BadCodeException.class, () -> CodeFile.parse(damaged), "byte " + at);
        }
    }

    @Test
    void aCutFileIsRefused() {
        byte[] file = encode(random(100)).toBytes();
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThrows(BadCodeException.class, () -> CodeFile.parse(cut), "cut to " + length);
        }
        assertEquals(
                "the file is cut: expected 100 bytes of code, found 99", refusal(Arrays.copyOf(file, file.length - 1)));
        assertEquals(
                "the file is too long: expected 100 bytes of code, found 101",
                refusal(Arrays.copyOf(file, file.length + 1)));
    }

    @Test
    void refusalsSayWhatIsWrong() {
        byte[] file = encode(random(100)).toBytes();
        byte[] other = file.clone();
        other[VERSION_AT] = 9;
        assertEquals("the file is of version 9, expected version 2", refusal(other));
        assertEquals(
                "not a coded text: expected it to begin with the bytes b5 47 50 43",
                refusal("hello there".getBytes(StandardCharsets.US_ASCII)));
        byte[] damaged = file.clone();
        damaged[80] ^= 1;
        assertEquals("the file is damaged: its check does not fit", refusal(damaged));
    }

    @Test
    void anArithmeticThatIsNotKnownHereIsRefused() throws NoSuchAlgorithmException {
        byte[] file = encode(random(100)).toBytes();
        file[ARITHMETIC_AT] = 7;
        int checkAt = file.length - 104;
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        hash.update(file, 0, checkAt);
        hash.update(file, checkAt + 4, 100);
        System.arraycopy(hash.digest(), 0, file, checkAt, 4);
        assertEquals(
                "the file was made by arithmetic number 7, which is not known here; expected 0 or 1, plain 32-bit floats",
                refusal(file));
    }

    @Test
    void aTextThatComesOutDifferentIsRefused() {
        CodeFile good = encode(new byte[1000]);
        CodeFile other = new CodeFile(good.arithmetic(), good.recipe(), 1000, Sha256.of((byte) 1), good.code());
        TextDecoder decoder = decoder(CodeFile.parse(other.toBytes()));
        decoder.advance(1000);
        Exception thrown = assertThrows(BadCodeException.class, decoder::finish);
        assertTrue(String.valueOf(thrown.getMessage()).startsWith("what was decoded is not what was coded"));
    }

    @Test
    void aRecipeThatCannotBeMadeIsRefused() {
        assertEquals(
                "the recipe is not understood: counts must be one of mini, lean, rich, best, full, found huge",
                assertThrows(BadCodeException.class, () -> CodingRecipe.parse("{\"counts\":\"huge\",\"megabytes\":1}"))
                        .getMessage());
        assertThrows(BadCodeException.class, () -> CodingRecipe.parse("huge"));
        assertThrows(IllegalArgumentException.class, () -> CodingRecipe.parse("{\"counts\":\"mini\",\"megabytes\":3}"));
    }

    /** Whoever changes a prediction makes old files unreadable: raise the version, and keep reading the old one. */
    @Test
    void filesOfVersion2StayTheSame() {
        byte[] text = "The cat sat on the mat.\nThe cat lay by the log, 1984.\n"
                .repeat(40)
                .getBytes(StandardCharsets.US_ASCII);
        StringBuilder hashes = new StringBuilder();
        for (Size size : Size.values()) {
            CountsRecipe recipe = new CountsRecipe(size, 1);
            TextEncoder encoder = new TextEncoder(recipe.expert(), recipe.toJson());
            encoder.add(text, 0, text.length);
            hashes.append(Sha256.of(encoder.finish().toBytes()), 0, 16).append(' ');
        }
        assertEquals(
                "254e2fbeddfde5f1 5a871bd50700a743 9cb01421d16bb454 589d516e23fbac5f 0b7f64fe87e0c47f ",
                hashes.toString());
    }

    private static String refusal(byte[] file) {
        return String.valueOf(
                assertThrows(BadCodeException.class, () -> CodeFile.parse(file)).getMessage());
    }

    private static TextEncoder encoder() {
        return new TextEncoder(CodingRecipe.parse(RECIPE).expert(), RECIPE);
    }

    private static CodeFile encode(byte[] text) {
        TextEncoder encoder = encoder();
        encoder.add(text, 0, text.length);
        return encoder.finish();
    }

    private static TextDecoder decoder(CodeFile file) {
        return new TextDecoder(file, recipe -> CodingRecipe.parse(recipe).expert());
    }

    private static byte[] decode(byte[] file) {
        TextDecoder decoder = decoder(CodeFile.parse(file));
        decoder.advance(Integer.MAX_VALUE);
        return decoder.finish();
    }

    private static byte[] random(int length) {
        Rng rng = Rng.seeded(2);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) rng.nextInt(256);
        }
        return bytes;
    }
}
