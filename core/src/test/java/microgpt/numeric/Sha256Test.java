package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
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

    @Test
    void oneThatGoesOnFromAMidstateComesToTheSame() {
        byte[] bytes = new byte[1000];
        Arrays.fill(bytes, (byte) 5);
        Sha256 first = new Sha256();
        first.add(bytes, 0, 640);
        Sha256 second = Sha256.ofMidstate(first.midstate(), 640);
        second.add(bytes, 640, 360);
        assertEquals(Sha256.of(bytes), second.hex());
        assertThrows(IllegalStateException.class, () -> {
            first.add(bytes, 0, 1);
            first.midstate();
        });
        assertThrows(IllegalArgumentException.class, () -> Sha256.ofMidstate(new int[7], 640));
        assertThrows(IllegalArgumentException.class, () -> Sha256.ofMidstate(new int[8], 641));
    }

    @Test
    void aCopyGoesItsOwnWay() {
        byte[] bytes = new byte[100];
        Sha256 first = new Sha256();
        first.add(bytes, 0, 70);
        Sha256 second = first.copy();
        second.add(bytes, 70, 30);
        assertEquals(Sha256.of(new byte[70]), first.hex());
        assertEquals(Sha256.of(bytes), second.hex());
    }
}
