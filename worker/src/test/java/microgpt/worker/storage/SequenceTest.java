package microgpt.worker.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private final Heard<String> whole = new Heard<>();

    @Test
    void stepsThatAreOverAtOnceDoNotDeepenTheStack() {
        int[] steps = {0};
        Sequence.forEach(
                Collections.nCopies(1_000_000, "step"),
                whole,
                (item, next) -> {
                    steps[0]++;
                    next.run();
                },
                () -> whole.done("end"));
        assertEquals(1_000_000, steps[0]);
        assertEquals("end", whole.get());
    }

    @Test
    void aStepWaitsForTheOneBefore() {
        List<String> begun = new ArrayList<>();
        List<Runnable> disk = new ArrayList<>();
        Sequence.forEach(
                List.of("a", "b"),
                whole,
                (item, next) -> {
                    begun.add(item);
                    disk.add(next);
                },
                () -> whole.done("end"));
        assertEquals(List.of("a"), begun);
        disk.get(0).run();
        assertEquals(List.of("a", "b"), begun);
        disk.get(1).run();
        assertEquals("end", whole.get());
    }

    @Test
    void aStepThatThrowsFailsTheWhole() {
        List<Runnable> disk = new ArrayList<>();
        Sequence.forEach(
                List.of("a", "b"),
                whole,
                (item, next) -> {
                    if (item.equals("b")) {
                        throw new IllegalStateException("b is damaged");
                    }
                    disk.add(next);
                },
                () -> whole.done("end"));
        disk.get(0).run();
        assertEquals("b is damaged", whole.reason());
    }
}
