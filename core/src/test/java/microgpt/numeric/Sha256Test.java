package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {
    @Test
    void knownAnswers() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Sha256.of());
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void everyLengthAroundABlockGivesThePlatformsAnswer() throws NoSuchAlgorithmException {
        Rng rng = Rng.seeded(3);
        for (int length = 0; length < 260; length++) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) rng.nextInt(256);
            }
            byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes);
            Sha256 inPieces = new Sha256();
            int first = rng.nextInt(length + 1);
            inPieces.add(bytes, 0, first);
            inPieces.add(bytes, first, length - first);
            assertEquals(HexFormat.of().formatHex(expected), inPieces.hex(), "length " + length);
        }
    }
}
