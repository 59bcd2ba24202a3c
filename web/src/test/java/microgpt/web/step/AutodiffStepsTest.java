package microgpt.web.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import microgpt.step.Expression;
import org.junit.jupiter.api.Test;

class AutodiffStepsTest {
    private final AutodiffSteps lesson =
            new AutodiffSteps(Expression.parse("a*b + relu(c)", Map.of("a", 2.0, "b", -3.0, "c", 10.0)));

    @Test
    void valuesComeFirstThenGradients() {
        lesson.restart();
        assertTrue(lesson.isAtStart());
        assertFalse(lesson.hasValue(0));
        say("a is given: 2.00.");
        say("b is given: −3.00.");
        say("Forward: a * b = −6.00.");
        say("c is given: 10.0.");
        say("Forward: relu(c) = 10.0.");
        assertTrue(Double.isNaN(lesson.gradients()[0]));
        say("Forward: #3 + #5 = 4.00.");
        say("Backward begins: the gradient of the result by itself is 1.");
        say("Backward: #3 + #5 has gradient 1.00 and passes on 1.00 × 1.00 = 1.00 to #3 and 1.00 × 1.00 = 1.00 to #5.");
        say("Backward: relu(c) has gradient 1.00 and passes on 1.00 × 1.00 = 1.00 to c.");
        assertEquals(0, lesson.gradients()[0]);
        say("Backward: a * b has gradient 1.00 and passes on −3.00 × 1.00 = −3.00 to a and 2.00 × 1.00 = 2.00 to b.");
        assertTrue(lesson.isAtEnd());
        assertArrayEquals(new double[] {-3, 2, 1, 1, 1, 1}, lesson.gradients());
    }

    @Test
    void everyFunctionIsWrittenAsItIsCalled() {
        AutodiffSteps functions = new AutodiffSteps(Expression.parse("tanh(sin(a))", Map.of("a", 0.0)));
        functions.restart();
        functions.next();
        functions.next();
        assertEquals("Forward: sin(a) = 0.", functions.sentence());
        functions.next();
        assertEquals("Forward: tanh(#2) = 0.", functions.sentence());
    }

    @Test
    void itCanGoBack() {
        assertTrue(lesson.isAtEnd());
        lesson.back();
        assertEquals(4, lesson.current());
        lesson.next();
        assertEquals(2, lesson.current());
        lesson.next();
        assertTrue(lesson.isAtEnd());
        lesson.restart();
        lesson.back();
        assertEquals(-1, lesson.current());
    }

    @Test
    void nodesStandInTheColumnOfTheirDepth() {
        assertArrayEquals(new int[] {0, 0, 1, 0, 1, 2}, lesson.depths());
    }

    private void say(String expected) {
        lesson.next();
        assertEquals(expected, lesson.sentence());
    }
}
