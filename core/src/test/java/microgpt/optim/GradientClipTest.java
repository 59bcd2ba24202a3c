package microgpt.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.model.ModelConfig;
import microgpt.model.Shapes;
import microgpt.model.Weights;
import org.junit.jupiter.api.Test;

class GradientClipTest {
    private static final Backend ON = JavaBackend.alone();
    private static final ModelConfig CONFIG = Shapes.combinations().get(1);

    /** Of length 5: two tensors hold 3 and 4. */
    private final Weights gradients = new Weights(CONFIG, ON);

    GradientClipTest() {
        gradients.wte.set(1, 2, 3);
        gradients.blocks.get(0).down.set(3, 4, -4);
    }

    @Test
    void theNormIsThatOfAllTensorsAsOneVector() {
        assertEquals(5, new GradientClip(ON, 0).clip(gradients), 1e-6);
    }

    @Test
    void longGradientsAreShortenedAndKeepTheirDirection() {
        GradientClip clip = new GradientClip(ON, 1);
        assertTrue(clip.clips(clip.clip(gradients)));
        assertEquals(0.6f, gradients.wte.get(1, 2), 1e-6f);
        assertEquals(-0.8f, gradients.blocks.get(0).down.get(3, 4), 1e-6f);
        assertEquals(1, Math.sqrt(ON.sumOfSquares(gradients.all())), 1e-6);
    }

    @Test
    void shortGradientsAreUntouched() {
        float[] before = gradients.all().toArray();
        GradientClip clip = new GradientClip(ON, 5);
        assertTrue(!clip.clips(clip.clip(gradients)));
        assertArrayEquals(before, gradients.all().toArray());
    }

    @Test
    void gradientsThatAreNotFiniteAreLeftAlone() {
        gradients.wte.set(0, 0, Float.POSITIVE_INFINITY);
        float[] before = gradients.all().toArray();
        assertTrue(!Double.isFinite(new GradientClip(ON, 1).clip(gradients)));
        assertArrayEquals(before, gradients.all().toArray());
    }
}
