package microgpt.worker.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkQueueTest {
    private static final String REASON = "no room for 1 GB";

    private final WorkQueue queue = new WorkQueue();

    /** What may be thrown. */
    private static Supplier<Throwable> thrown(String kind) {
        return kind.equals("bug") ? () -> new IllegalStateException(REASON) : () -> new OutOfMemoryError(REASON);
    }

    private static void raise(String kind) {
        Throwable what = thrown(kind).get();
        if (what instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) what;
    }

    private void assertGoesOn() {
        Heard<String> next = new Heard<>();
        queue.add(next, whole -> whole.done("next"));
        assertEquals("next", next.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bug", "memory"})
    void workThatThrowsHasFailedAndTheQueueGoesOn(String kind) {
        Heard<String> heard = new Heard<>();
        queue.add(heard, whole -> raise(kind));
        assertEquals(REASON, heard.reason());
        assertGoesOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bug", "memory"})
    void aStepThatThrowsLaterHasFailedToo(String kind) {
        Heard<String> heard = new Heard<>();
        List<Callback<String>> disk = new ArrayList<>();
        queue.add(heard, whole -> disk.add(new Continuation<>(whole, read -> raise(kind))));
        disk.get(0).done("a file");
        assertEquals(REASON, heard.reason());
        assertGoesOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bug", "memory"})
    void anAnswerThatThrowsHearsOfItsFailure(String kind) {
        List<String> reasons = new ArrayList<>();
        queue.add(
                new Callback<String>() {
                    @Override
                    public void done(String result) {
                        raise(kind);
                    }

                    @Override
                    public void failed(String reason) {
                        reasons.add(reason);
                    }
                },
                whole -> whole.done("x"));
        assertEquals(List.of(REASON), reasons);
        assertGoesOn();
    }

    @Test
    void whatNobodyCanBeToldIsThrownAndTheQueueGoesOn() {
        Callback<String> deaf = new Callback<>() {
            @Override
            public void done(String result) {
                throw new IllegalStateException("done");
            }

            @Override
            public void failed(String reason) {
                throw new IllegalStateException("deaf to: " + reason);
            }
        };
        assertEquals(
                "deaf to: done",
                assertThrows(IllegalStateException.class, () -> queue.add(deaf, whole -> whole.done("x")))
                        .getMessage());
        assertGoesOn();
        assertThrows(IllegalStateException.class, () -> queue.add(() -> raise("bug")));
        assertGoesOn();
    }

    @Test
    void aThrowWithoutAMessageIsToldInWords() {
        Heard<String> heard = new Heard<>();
        queue.add(heard, whole -> {
            throw new OutOfMemoryError();
        });
        assertEquals("the memory is full", heard.reason());
        Heard<String> other = new Heard<>();
        queue.add(other, whole -> {
            throw new ArithmeticException();
        });
        assertEquals("an error of this program that has no description (ArithmeticException)", other.reason());
    }

    @Test
    void workBeginsWhenTheWorkBeforeIsOverAndItsAnswerHeard() {
        List<String> order = new ArrayList<>();
        List<Callback<String>> disk = new ArrayList<>();
        for (String name : new String[] {"a", "b"}) {
            queue.add(said(name, order), whole -> {
                order.add("begin " + name);
                disk.add(whole);
            });
        }
        assertEquals(List.of("begin a"), order);
        disk.get(0).done("a");
        assertEquals(List.of("begin a", "end a", "begin b"), order);
        disk.get(1).failed("b");
        assertEquals(List.of("begin a", "end a", "begin b", "end b"), order);
    }

    private static Callback<String> said(String name, List<String> order) {
        return new Callback<>() {
            @Override
            public void done(String result) {
                order.add("end " + name);
            }

            @Override
            public void failed(String reason) {
                order.add("end " + name);
            }
        };
    }

    @Test
    void aLockIsLetGoOfWhenTheWorkUnderItThrows() {
        boolean[] taken = {false};
        Locks locks = (name, callback) -> {
            assertFalse(taken[0], "nobody has let go of " + name);
            taken[0] = true;
            callback.done(() -> taken[0] = false);
        };
        RunLocks runs = new RunLocks(locks, queue);
        Heard<String> heard = new Heard<>();
        runs.alone("r1", heard, whole -> raise("bug"));
        assertEquals(REASON, heard.reason());
        assertFalse(taken[0]);
        Heard<String> claimed = new Heard<>();
        runs.claim("r1", claimed);
        assertEquals("r1", claimed.get());
        assertTrue(taken[0]);
    }
}
