package microgpt.worker.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTest {
    private final List<String> failures = new ArrayList<>();
    private final Task task = new Task(7, failures::add);

    @Test
    void whatGoesWellIsNotTold() {
        assertTrue(task.run(() -> {}));
        assertEquals(List.of(), failures);
    }

    @Test
    void whatIsThrownIsToldAndGoesNoFurther() {
        assertFalse(task.run(() -> {
            throw new IllegalArgumentException("expected 3, found 4");
        }));
        assertEquals(List.of("expected 3, found 4"), failures);
    }

    @Test
    void aFullMemoryIsToldLikeAnyFailure() {
        assertFalse(task.run(() -> {
            throw new OutOfMemoryError();
        }));
        assertEquals(List.of("the memory is full"), failures);
    }
}
