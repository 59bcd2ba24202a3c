package microgpt.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightsTest {
    private static final Backend ON = JavaBackend.alone();

    private static List<ModelConfig> combinations() {
        return Shapes.combinations();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void theTensorsFillTheAllocationWithoutGaps(ModelConfig config) {
        Weights w = new Weights(config, ON);
        int end = 0;
        Set<String> names = new HashSet<>();
        for (NamedTensor named : w.tensors()) {
            assertEquals(end, named.tensor().offset(), named.name());
            end += named.tensor().size();
            assertTrue(names.add(named.name()), named.name() + " twice");
        }
        assertEquals(config.parameterCount(), end);
        assertEquals(end, w.all().size());
        assertEquals(w.tensors().size(), w.inBackwardOrder().size());
        assertEquals(names.size(), new HashSet<>(w.inBackwardOrder()).size());
    }

    @Test
    void matricesComeBeforeVectors() {
        Weights w = new Weights(Shapes.gpt2(2, 16, 8), ON);
        assertEquals(256 * 16 + 8 * 16 + 2 * 12 * 16 * 16, w.matrices().size());
        assertEquals(w.matrices().size(), w.vectors().offset());
        assertEquals(w.vectors().offset(), offset(w, "blocks.0.norm1Gain"));
    }

    private static int offset(Weights w, String name) {
        for (NamedTensor named : w.tensors()) {
            if (named.name().equals(name)) {
                return named.tensor().offset();
            }
        }
        throw new AssertionError("no " + name);
    }

    @Test
    void aTiedHeadIsTheEmbeddingOfThePredictableTokens() {
        Weights tied = new Weights(Shapes.online(1, 16, 8), ON);
        assertEquals(tied.wte.offset(), tied.lmHead.offset());
        assertEquals(256, tied.lmHead.rows());
        assertEquals(257, tied.wte.rows());
        assertNull(tied.wpe);
        Weights separate = new Weights(Shapes.seed(8), ON);
        assertTrue(separate.lmHead.offset() >= separate.wte.size());
    }
}
