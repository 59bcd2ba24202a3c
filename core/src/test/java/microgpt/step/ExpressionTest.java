package microgpt.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import microgpt.Mutations;
import org.junit.jupiter.api.Test;

class ExpressionTest {
    private static final Map<String, Double> INPUTS = Map.of("a", 2.0, "b", -3.0, "c", 10.0);

    @Test
    void productsBindTighterThanSumsAndPowersTighterThanSigns() {
        assertEquals(4, result("a*b + c"));
        assertEquals(-26, result("a + b*c + 2"));
        assertEquals(70, result("(a - b) * (c + 4)"));
        assertEquals(-4, result("-a^2"));
        assertEquals(0.25, result("a ^ -2"));
        assertEquals(2.5, result("c / a / a"));
        assertEquals(-11, result("a - b - 2*(c-2)"));
        assertEquals(10, result("relu(c) + relu(b)"));
        assertEquals(1, result("exp(log(1))"), 1e-15);
    }

    @Test
    void aNameUsedTwiceIsOneNumberWhoseGradientsAddUp() {
        Expression square = Expression.parse("a*a", INPUTS);
        assertEquals(2, square.nodes().size());
        assertArrayEquals(new double[] {4, 1}, square.gradients(2));
    }

    @Test
    void gradientsTravelBackOneNodeAtATime() {
        Expression expression = Expression.parse("a*b + relu(c)", INPUTS);
        List<String> labels =
                expression.nodes().stream().map(Expression.Node::label).toList();
        assertEquals(List.of("a", "b", "*", "c", "relu", "+"), labels);
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 1}, expression.gradients(0));
        assertArrayEquals(new double[] {0, 0, 1, 0, 1, 1}, expression.gradients(1));
        assertArrayEquals(new double[] {0, 0, 1, 1, 1, 1}, expression.gradients(2));
        assertArrayEquals(new double[] {-3, 2, 1, 1, 1, 1}, expression.gradients(6));
    }

    @Test
    void theStepsAddUpToWhatTheEngineComputes() {
        Expression expression = Expression.parse("log(a^3 + exp(b)*c) / (c - a*relu(c - 1))", INPUTS);
        List<Expression.Node> nodes = expression.nodes();
        double[] gradients = expression.gradients(nodes.size());
        nodes.get(nodes.size() - 1).value().backward();
        for (int i = 0; i < gradients.length; i++) {
            assertEquals(
                    nodes.get(i).value().grad(),
                    gradients[i],
                    1e-12,
                    nodes.get(i).label());
        }
    }

    @Test
    void inputsAreTheNamesThatAreNoFunctions() {
        assertEquals(List.of("a", "bc", "z"), Expression.inputs("relu(z) + bc*a + exp(a) *"));
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertComplaint("a*", "at character 3 stands the end, where a number, a name or a parenthesis is expected");
        assertComplaint("(a + b", "at character 7 stands the end, where “)” is expected");
        assertComplaint("a b", "at character 3 stands “b”, where the end");
        assertComplaint("relu a", "at character 6 stands “a”, where “(” is expected");
        assertComplaint("a^b", "at character 3 stands “b”, where a number as the exponent is expected");
        assertComplaint("1.2.3", "a number such as 0.5");
        assertComplaint("a + q", "the input q has no value");
        assertComplaint("", "at character 1 stands the end");
        assertComplaint("a+".repeat(150) + "a", "301 characters are too many");
    }

    @Test
    void digitsOfOtherScriptsAreNoNumber() {
        assertComplaint("a + ٣", "at character 5 stands “٣”, where a number, a name or a parenthesis is expected");
    }

    @Test
    void aSpoiltExpressionIsReadOrRefused() throws Exception {
        List<String> samples = List.of("log(a^3 + exp(b)*c) / (c - a*relu(c - 1))", "a*b + -2.5^2", "((((a))))");
        Mutations.Outcome outcome = Mutations.ofTexts(samples, IllegalArgumentException.class, 1 << 20)
                .check(bytes -> {
                    Expression expression = Expression.parse(new String(bytes, StandardCharsets.UTF_8), INPUTS);
                    expression.gradients(expression.nodes().size());
                });
        assertTrue(outcome.refused() > 0 && outcome.read() > 0, outcome.toString());
    }

    private static double result(String text) {
        List<Expression.Node> nodes = Expression.parse(text, INPUTS).nodes();
        return nodes.get(nodes.size() - 1).value().data();
    }

    private static void assertComplaint(String text, String expected) {
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> Expression.parse(text, INPUTS))
                        .getMessage());
        assertTrue(message.contains(expected), message);
    }
}
