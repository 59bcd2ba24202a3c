package microgpt.compute;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import microgpt.parity.BackendParity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the front of every back end refuses: calls that {@link BackendParity} makes, one argument of them changed. */
class BackendTest {
    private static final Backend JAVA = JavaBackend.alone();
    /** A back end of another kind, that must not be reached by what is wrong. */
    private static final Backend UNREACHED = front((proxy, method, arguments) -> {
        throw new Reached();
    });

    private static final List<Call> CALLS = calls();

    private static final class Reached extends RuntimeException {}

    /** A call that is right. */
    private record Call(Method operation, List<Object> arguments) {
        Call with(int index, Object changed) {
            List<Object> all = new ArrayList<>(arguments);
            all.set(index, changed);
            return new Call(operation, all);
        }

        void on(Backend backend) throws Throwable {
            try {
                operation.invoke(backend, arguments.toArray());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        boolean isRefused() throws Throwable {
            try {
                on(UNREACHED);
                throw new AssertionError("neither refused nor computed");
            } catch (Reached accepted) {
                return false;
            } catch (IllegalArgumentException refusal) {
                Throwable same = assertThrows(IllegalArgumentException.class, () -> on(JAVA));
                assertEquals(refusal.getMessage(), same.getMessage());
                return true;
            }
        }

        /** Whether any other argument has a shape that this one must fit to. */
        boolean hasOthersThan(int index) {
            for (int i = 0; i < arguments.size(); i++) {
                if (i != index && (arguments.get(i) instanceof Tensor || arguments.get(i) instanceof int[])) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return operation.getName() + arguments;
        }
    }

    private static Backend front(InvocationHandler operations) {
        return new Backend((Operations) Proxy.newProxyInstance(
                Operations.class.getClassLoader(), new Class<?>[] {Operations.class}, operations));
    }

    private static List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        Backend listening = front((proxy, method, arguments) -> {
            if (arguments != null && Arrays.stream(arguments).anyMatch(Tensor.class::isInstance)) {
                calls.add(new Call(method, Arrays.asList(arguments.clone())));
            }
            return method.invoke(JAVA, arguments);
        });
        BackendParity.compare(JAVA, listening);
        return calls;
    }

    private static List<Call> calls(String operation) {
        return CALLS.stream()
                .filter(call -> call.operation.getName().equals(operation))
                .toList();
    }

    /** All of them: that {@link BackendParity} leaves none out is tested there. */
    static List<String> operations() {
        return CALLS.stream().map(call -> call.operation.getName()).distinct().toList();
    }

    private static Tensor zeros(int rows, int cols) {
        return new Tensor(JAVA.allocate(rows * cols), 0, rows, cols);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aTensorOfAnotherShapeIsRefusedWithOneMessageOrFitsAsWell(String operation) throws Throwable {
        assertFalse(calls(operation).isEmpty());
        for (Call call : calls(operation)) {
            for (int i = 0; i < call.arguments.size(); i++) {
                if (call.arguments.get(i) instanceof Tensor tensor) {
                    checkTensor(call, i, tensor);
                }
            }
        }
    }

    private static void checkTensor(Call call, int index, Tensor right) throws Throwable {
        int rows = right.rows();
        int cols = right.cols();
        int refused = 0;
        for (Tensor other :
                List.of(zeros(rows + 1, cols), zeros(rows, cols + 1), zeros(rows - 1, cols), zeros(rows, cols - 1))) {
            Call changed = call.with(index, other);
            if (changed.isRefused()) {
                refused++;
            } else {
                assertDoesNotThrow(() -> changed.on(JAVA), changed.toString());
            }
        }
        assertTrue(refused > 0 || !call.hasOthersThan(index), "argument " + index + " of " + call + " is not checked");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void arraysThatAreTooShortAndIndicesOutOfRangeAreRefused(String operation) throws Throwable {
        for (Call call : calls(operation)) {
            for (int i = 0; i < call.arguments.size(); i++) {
                if (call.arguments.get(i) instanceof int[] indices) {
                    assertTrue(
                            call.with(i, Arrays.copyOf(indices, indices.length - 1))
                                    .isRefused(),
                            call.toString());
                    int[] tooLarge = indices.clone();
                    tooLarge[tooLarge.length - 1] = 1000;
                    assertTrue(call.with(i, tooLarge).isRefused(), call.toString());
                } else if (call.arguments.get(i) instanceof float[] floats) {
                    assertTrue(
                            call.with(i, Arrays.copyOf(floats, floats.length - 1))
                                    .isRefused(),
                            call.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void numbersOfHeadsAndSequencesThatDivideNothingAreRefused(String operation) throws Throwable {
        for (Call call : calls(operation)) {
            for (int i = 0; i < call.arguments.size(); i++) {
                if (call.arguments.get(i) instanceof Integer) {
                    assertTrue(call.with(i, 0).isRefused(), call.toString());
                    assertTrue(call.with(i, -1).isRefused(), call.toString());
                    assertTrue(call.with(i, 1000).isRefused(), call.toString());
                }
            }
        }
    }

    @Test
    void anObserverHearsOfTheBeginningAndEndOfEveryOperation() {
        List<String> heard = new ArrayList<>();
        Backend observed = JAVA.observedBy(new OperationObserver() {
            @Override
            public void begins(String operation) {
                heard.add(operation);
            }

            @Override
            public void ends() {
                heard.add("end");
            }
        });
        BackendParity.compare(JAVA, observed.forOneRun());
        assertEquals(2 * CALLS.size(), heard.size());
        for (int i = 0; i < CALLS.size(); i++) {
            assertEquals(CALLS.get(i).operation.getName(), heard.get(2 * i));
            assertEquals("end", heard.get(2 * i + 1));
        }
    }
}
