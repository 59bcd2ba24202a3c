package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import microgpt.checkpoint.TensorFile;
import org.junit.jupiter.api.Test;

class TensorDigestTest {
    @Test
    void numbersInAnotherOrderAreAnotherTensor() {
        assertNotEquals(digest(1, 2, 3), digest(3, 2, 1));
        assertNotEquals(digest(0, 1), digest(-0f, 1));
        assertEquals(digest(1, 2, 3), digest(1, 2, 3));
    }

    @Test
    void theIndependentReadersLineIsTheSame() {
        // as in: printf '\0\0\200\077' | sha256sum
        TensorDigest one = digest(1);
        assertEquals("F32 [1]", one.shape());
        assertEquals(Map.of("t", one), TensorDigest.parse("t F32 [1] " + one.sha256() + "\n"));
        assertEquals("e00e5eb9", one.sha256().substring(0, 8));
    }

    private static TensorDigest digest(float... values) {
        return TensorDigest.of(new TensorFile.Entry(List.of(values.length), values));
    }
}
