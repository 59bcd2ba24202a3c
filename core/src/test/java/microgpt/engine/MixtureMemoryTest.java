package microgpt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.Operations;
import microgpt.corpus.ByteStream;
import org.junit.jupiter.api.Test;

class MixtureMemoryTest {
    /** The floats that are held of a back end, and the same of its parts. */
    private static final class Held {
        private final List<Held> parts = new ArrayList<>();
        private long floats;

        Operations over(Operations operations) {
            return (Operations) Proxy.newProxyInstance(
                    Operations.class.getClassLoader(),
                    new Class<?>[] {Operations.class},
                    (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "allocate" -> floats += (int) arguments[0];
                            case "release" -> release();
                            case "forOnePart" -> {
                                Held part = new Held();
                                parts.add(part);
                                return part.over(operations.forOnePart());
                            }
                            default -> {} // holds nothing
                        }
                        try {
                            return method.invoke(operations, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    });
        }

        private void release() {
            parts.forEach(Held::release);
            floats = 0;
        }

        long all() {
            return floats + parts.stream().mapToLong(Held::all).sum();
        }
    }

    @Test
    void aMixtureThatLeavesGivesItsMemoryBackAndOneThatJoinsTakesAsMuch() {
        OnlineConfig with = Recipes.everything().config();
        OnlineConfig without =
                Recipes.everything().mixture(with.mixture().enabled(false)).config();
        Held held = new Held();
        Backend on = new Backend(held.over(JavaBackend.alone()));
        PrequentialEngine engine = new PrequentialEngine(with, on, ByteStream.of("text", new byte[100]));
        long built = held.all();
        engine.step();
        assertEquals(built, held.all(), "a step takes none");
        engine.tune(without);
        long less = held.all();
        assertTrue(less < built - 10_000, "held: " + less + " of " + built);
        engine.tune(with);
        engine.step();
        assertEquals(built, held.all());
        engine.tune(without);
        assertEquals(less, held.all());
    }
}
