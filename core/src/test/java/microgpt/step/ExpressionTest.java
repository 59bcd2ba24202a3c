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
        assertEquals(1, result("sin(a)^2 + cos(a)^2"), 1e-14);
        assertEquals(Math.tanh(2), result("tanh(sqrt(a*a))"), 1e-15);
        assertEquals(100_030.25, result("1e5 + 3E+1 + 2.5e-1"));
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
        assertEquals(List.of("x1", "x2"), Expression.inputs("sin(x1) + 1e5*tanh(x2) + foo(3)"));
        assertEquals(7, value("x1 + 2*x2", Map.of("x1", 1.0, "x2", 3.0)));
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertComplaint("a*", "at character 3 stands the end, where a number, a name or a parenthesis is expected");
        assertComplaint("(a + b", "at character 7 stands the end, where “)” is expected");
        assertComplaint("a b", "at character 3 stands “b”, where the end");
        assertComplaint("relu a", "at character 6 stands “a”, where “(” is expected");
        assertComplaint("a^b", "at character 3 stands “b”, where a number as the exponent is expected");
        assertComplaint("2^3^2", "at character 4 stands a second ^: write (x^3)^… with parentheses");
        assertComplaint("1.2.3", "a number such as 0.5");
        assertComplaint("2a", "at character 2 a name follows the number 2: a product is written with *");
        assertComplaint("1e", "at character 2 a name follows the number 1");
        assertComplaint("a + foo(b)", "at character 5 stands foo, which is no function: there are cos, exp, log, relu");
        assertComplaint("a + q", "the input q has no value");
        assertComplaint("", "at character 1 stands the end");
        assertComplaint("a+".repeat(150) + "a", "301 characters are too many");
    }

    @Test
    void whatHasNoFiniteValueOrSlopeIsRefusedWhereItStands() {
        assertComplaint("a/(b+3)", "at character 2 stands a division by 0");
        assertComplaint("1 + log(b)", "at character 5 stands log(-3.0), which takes a number above 0");
        assertComplaint("sqrt(0)", "at character 1 stands sqrt(0.0), which takes a number above 0");
        assertComplaint("exp(1000)", "which takes a number up to 709");
        assertComplaint("b^0.5", "at character 2 (-3.0)^0.5 is not a finite number");
        assertComplaint("0^0.5", "at character 2 (0.0)^0.5 has no finite slope");
        assertComplaint("1e300*1e300", "at character 6 the product is not a finite number");
        assertComplaint("1e999", "at character 1 the number 1e999 is not a finite number");
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
        return value(text, INPUTS);
    }

    private static double value(String text, Map<String, Double> inputs) {
        List<Expression.Node> nodes = Expression.parse(text, inputs).nodes();
        return nodes.get(nodes.size() - 1).value().data();
    }

    private static void assertComplaint(String text, String expected) {
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> Expression.parse(text, INPUTS))
                        .getMessage());
        assertTrue(message.contains(expected), message);
    }
}
