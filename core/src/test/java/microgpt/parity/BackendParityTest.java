package microgpt.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.Operations;
import microgpt.compute.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BackendParityTest {
    private static final Set<String> NOT_OPERATIONS =
            Set.of("name", "allocate", "reserve", "forOneRun", "forOnePart", "release", "memoryInUse", "memoryBytes");

    static List<String> operations() {
        return Arrays.stream(Operations.class.getMethods())
                .map(Method::getName)
                .filter(name -> !NOT_OPERATIONS.contains(name))
                .sorted()
                .toList();
    }

    @Test
    void theReferenceAgreesWithItselfToTheBit() {
        for (BackendParity.Result result : BackendParity.compare(JavaBackend.alone(), JavaBackend.alone())) {
            assertEquals(0, result.difference(), result.operation());
            assertTrue(result.agrees());
        }
    }

    @Test
    void atLargeShapesTheReferenceAgreesWithItselfAndNotWithWhatIsWrong() {
        List<BackendParity.Result> results = BackendParity.compareLarge(JavaBackend.alone(), JavaBackend.alone());
        assertTrue(results.stream().allMatch(result -> result.difference() == 0), results.toString());
        List<BackendParity.Result> wrong = BackendParity.compareLarge(JavaBackend.alone(), wrongIn(operations(), 0.1f));
        assertTrue(wrong.stream().noneMatch(BackendParity.Result::agrees), wrong.toString());
    }

    @Test
    void everyOperationIsCompared() {
        Set<String> compared = BackendParity.compare(JavaBackend.alone(), JavaBackend.alone()).stream()
                .map(BackendParity.Result::operation)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(operations()), compared);
    }

    /** The Java back end, but some operations are off by so much in one of the values they write. */
    private static Backend wrongIn(List<String> operations, float by) {
        Backend right = JavaBackend.alone();
        return front((proxy, method, arguments) -> {
            Object result = call(right, method, arguments);
            if (!operations.contains(method.getName())) {
                return result;
            }
            if (result instanceof Double sum) {
                return sum * (1 + by);
            }
            Tensor written = (Tensor) Arrays.stream(arguments)
                    .filter(Tensor.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            int last = written.offset() + written.size() - 1;
            written.memory().set(last, written.memory().get(last) + by);
            return null;
        });
    }

    private static Backend front(InvocationHandler operations) {
        return new Backend((Operations) Proxy.newProxyInstance(
                Operations.class.getClassLoader(), new Class<?>[] {Operations.class}, operations));
    }

    private static Object call(Backend on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aWrongOperationIsFoundOut(String operation) {
        List<BackendParity.Result> results =
                BackendParity.compare(JavaBackend.alone(), wrongIn(List.of(operation), 1e-3f));
        assertTrue(
                results.stream()
                        .filter(result -> result.operation().equals(operation))
                        .noneMatch(BackendParity.Result::agrees),
                operation);
    }

    @Test
    void writingBesideATensorIsFoundOut() {
        Backend right = JavaBackend.alone();
        Backend careless = front((proxy, method, arguments) -> {
            Object result = call(right, method, arguments);
            if (method.getName().equals("fill")) {
                Tensor x = (Tensor) arguments[0];
                x.memory().set(x.offset() + x.size(), 0.5f);
            }
            return result;
        });
        List<String> wrong = BackendParity.compare(right, careless).stream()
                .filter(result -> !result.agrees())
                .map(BackendParity.Result::operation)
                .toList();
        assertEquals(List.of("fill"), wrong);
    }
}
