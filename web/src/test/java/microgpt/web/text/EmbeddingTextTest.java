package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class EmbeddingTextTest {
    @Test
    void theMapSaysHowMuchItShows() {
        byte[] seen = new byte[256];
        assertEquals(
                "Nothing was read yet: all 256 bytes lie as the random start has put them.",
                EmbeddingText.of(map(seen), 0.2));
        seen['a'] = 3;
        seen['b'] = 1;
        assertEquals(
                "2 of 256 bytes were read so far. The plane shows 31 % of the variance of their 64 numbers each.",
                EmbeddingText.of(map(seen), 0.31));
    }

    @Test
    void aByteIsReadWithItsNearest() {
        assertEquals(
                "“e” (vowels). Nearest by cosine: “a” 0.75, blank 0.50.",
                EmbeddingText.of('e', new int[] {'a', ' '}, new double[] {0.75, 0.5}));
        assertEquals("“7” (digits).", EmbeddingText.of('7', new int[0], new double[0]));
    }

    private static LabReport.EmbeddingMap map(byte... seen) {
        return new LabReport.EmbeddingMap(1, 0, 64, Bytes.of(seen), Floats.EMPTY);
    }
}
