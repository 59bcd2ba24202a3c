package microgpt.scalar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ValueTest {
    private static void derivativeIsRight(UnaryOperator<Value> operation, double at) {
        Value x = new Value(at);
        operation.apply(x).backward();
        double h = 1e-6;
        double slope = (operation.apply(new Value(at + h)).data()
                        - operation.apply(new Value(at - h)).data())
                / (2 * h);
        assertEquals(slope, x.grad(), 1e-8 * Math.max(1, Math.abs(slope)));
    }

    @Test
    void everyOperationKnowsItsDerivative() {
        Value other = new Value(-1.7);
        for (double at : new double[] {-2.3, -0.4, 0.6, 1.9}) {
            derivativeIsRight(x -> x.add(other), at);
            derivativeIsRight(x -> x.add(x), at);
            derivativeIsRight(x -> x.add(3), at);
            derivativeIsRight(x -> x.mul(other), at);
            derivativeIsRight(x -> x.mul(x).mul(x), at);
            derivativeIsRight(x -> x.mul(3), at);
            derivativeIsRight(Value::neg, at);
            derivativeIsRight(other::sub, at);
            derivativeIsRight(other::div, at);
            derivativeIsRight(x -> x.div(other), at);
            derivativeIsRight(x -> x.pow(3), at);
            derivativeIsRight(Value::exp, at);
            derivativeIsRight(x -> x.mul(x).log(), at);
            derivativeIsRight(Value::tanh, at);
            derivativeIsRight(Value::sin, at);
            derivativeIsRight(Value::cos, at);
            derivativeIsRight(x -> x.mul(x).sqrt(), at);
            derivativeIsRight(Value::relu, at);
            derivativeIsRight(Value::gelu, at);
        }
    }

    @Test
    void functionsHaveTheValuesOfTheStandardLibrary() {
        for (double x : new double[] {-1000, -3, -0.1, 0, 1e-9, 0.7, 40}) {
            assertEquals(Math.tanh(x), new Value(x).tanh().data(), 1e-15, "tanh " + x);
            assertEquals(Math.sin(x), new Value(x).sin().data(), 1e-12, "sin " + x);
            assertEquals(Math.cos(x), new Value(x).cos().data(), 1e-12, "cos " + x);
        }
        assertEquals(1.5, new Value(2.25).sqrt().data());
    }

    @Test
    void aNumberUsedTwiceGathersBothGradients() {
        Value a = new Value(2);
        Value b = a.mul(3);
        b.mul(a).add(b).backward();
        assertEquals(6 * 2 + 3, a.grad());
    }

    @Test
    void gradientsOfSeveralResultsAddUp() {
        Value a = new Value(2);
        a.mul(3).backward();
        a.mul(5).backward();
        assertEquals(8, a.grad());
        a.clearGrad();
        assertEquals(0, a.grad());
    }

    @Test
    void aGraphMayBeDeeperThanAnyStack() {
        Value a = new Value(1);
        Value sum = a;
        for (int i = 0; i < 300_000; i++) {
            sum = sum.add(a);
        }
        sum.backward();
        assertEquals(300_001, a.grad());
    }
}
