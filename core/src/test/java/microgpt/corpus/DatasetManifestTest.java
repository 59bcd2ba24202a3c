package microgpt.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import microgpt.numeric.Sha256;
import org.junit.jupiter.api.Test;

class DatasetManifestTest {
    @Test
    void aTextIsKnownByTheHashOfItsBytes() {
        byte[] bytes = new byte[200_001];
        Arrays.fill(bytes, (byte) 'x');
        DatasetManifest manifest = DatasetManifest.of("x.txt", ByteStream.of("x", bytes), 0.9, 42);
        assertEquals(Sha256.of(bytes), manifest.datasetId());
        assertEquals(200_001, manifest.tokenCount());
        assertEquals(180_000, manifest.trainTokens());
        assertEquals(0.1, manifest.valSplit());
    }

    @Test
    void anotherTextIsRefusedByName() {
        DatasetManifest one = manifest("one.txt", "one");
        one.checkSameAs(manifest("renamed.txt", "one"));
        Exception e = assertThrows(IllegalArgumentException.class, () -> one.checkSameAs(manifest("two.txt", "two")));
        assertTrue(String.valueOf(e.getMessage())
                .startsWith("the text \"two.txt\" of 3 bytes is not the one the run was trained on, \"one.txt\""));
    }

    @Test
    void whatNoTextCanBeIsRefused() {
        String id = Sha256.of(new byte[0]);
        assertThrows(IllegalArgumentException.class, () -> new DatasetManifest("", "x", 1, 1, "byte-v1", 0.9, 1));
        assertThrows(IllegalArgumentException.class, () -> new DatasetManifest(id, "x", -1, -1, "byte-v1", 0.9, 1));
        assertThrows(IllegalArgumentException.class, () -> new DatasetManifest(id, "x", 2, 1, "byte-v1", 0.9, 1));
        assertThrows(IllegalArgumentException.class, () -> new DatasetManifest(id, "x", 1, 1, "bpe", 0.9, 1));
        assertThrows(
                IllegalArgumentException.class, () -> new DatasetManifest(id, "x", 1, 1, "byte-v1", Double.NaN, 1));
        DatasetManifest one = manifest("one.txt", "one");
        DatasetManifest longer = new DatasetManifest(one.datasetId(), "one.txt", 4, 4, "byte-v1", 0.9, 1);
        Exception e = assertThrows(IllegalArgumentException.class, () -> longer.checkSameAs(one));
        assertEquals("a text of 4 bytes expected, \"one.txt\" has 3, though their hashes are the same", e.getMessage());
    }

    private static DatasetManifest manifest(String name, String text) {
        return DatasetManifest.of(name, ByteStream.of("t", text.getBytes(StandardCharsets.US_ASCII)), 0.9, 1);
    }
}
