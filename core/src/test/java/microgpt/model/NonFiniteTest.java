package microgpt.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import org.junit.jupiter.api.Test;

class NonFiniteTest {
    private static final Backend ON = JavaBackend.alone();
    private static final ModelConfig CONFIG = Shapes.online(2, 16, 8);

    private final Weights w = Shapes.shaken(CONFIG, ON, 1);
    private final Weights dw = new Weights(CONFIG, ON);
    private final Gpt gpt = new Gpt(CONFIG, ON, 1);

    private String found() {
        NonFinite found = NonFinite.find(gpt, w, dw);
        assertNotNull(found);
        return found.sentence();
    }

    @Test
    void aHealthyModelHasNone() {
        gpt.forward(w, Shapes.tokens(8, 257, 1), 1, 8);
        assertNull(NonFinite.find(gpt, w, dw));
    }

    @Test
    void anOverflowIsFoundWhereItArose() {
        ON.fill(w.blocks.get(1).up, 1e25f);
        gpt.forward(w, Shapes.tokens(8, 257, 1), 1, 8);
        assertEquals("the activation blocks.1.activated became Infinity", found().replaceAll(" at row.*", ""));
    }

    @Test
    void aSpoiltWeightComesBeforeAllThatFollowsFromIt() {
        w.blocks.get(1).qkv.set(5, 6, Float.NaN);
        gpt.forward(w, Shapes.tokens(8, 257, 1), 1, 8);
        assertEquals("the weight blocks.1.qkv became NaN at row 5, column 6", found());
    }

    @Test
    void gradientsAreSearchedInTheOrderInWhichTheyFlow() {
        dw.wte.set(0, 0, Float.NaN);
        dw.blocks.get(0).qkv.set(1, 2, Float.NaN);
        dw.blocks.get(1).proj.set(3, 4, Float.NEGATIVE_INFINITY);
        assertEquals("the gradient blocks.1.proj became -Infinity at row 3, column 4", found());
    }
}
