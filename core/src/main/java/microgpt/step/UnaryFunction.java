package microgpt.step;

import java.util.List;
import java.util.function.UnaryOperator;
import microgpt.numeric.Nullable;
import microgpt.scalar.Value;

/**
 * A function of one number that an expression may call.
 *
 * @param domain the numbers whose result and slope are finite, in words
 */
record UnaryFunction(String label, String domain, UnaryOperator<Value> operation) {
    private static final String ANY = "a finite number";

    private static final List<UnaryFunction> TABLE = List.of(
            new UnaryFunction("cos", ANY, Value::cos),
            new UnaryFunction("exp", "a number up to 709", Value::exp),
            new UnaryFunction("log", "a number above 0", Value::log),
            new UnaryFunction("relu", ANY, Value::relu),
            new UnaryFunction("sin", ANY, Value::sin),
            new UnaryFunction("sqrt", "a number above 0: at 0 its slope is infinite", Value::sqrt),
            new UnaryFunction("tanh", ANY, Value::tanh));

    /** The function called {@code name}, null if there is none. */
    static @Nullable UnaryFunction of(String name) {
        for (UnaryFunction function : TABLE) {
            if (function.label.equals(name)) {
                return function;
            }
        }
        return null;
    }

    static String all() {
        StringBuilder names = new StringBuilder();
        for (UnaryFunction function : TABLE) {
            names.append(names.length() == 0 ? "" : ", ").append(function.label);
        }
        return names.toString();
    }

    Value apply(Value x) {
        return operation.apply(x);
    }
}
