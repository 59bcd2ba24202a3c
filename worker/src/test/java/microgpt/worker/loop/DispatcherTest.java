package microgpt.worker.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private final List<String> failures = new ArrayList<>();
    private final Dispatcher<String> dispatcher =
            new Dispatcher<>(failures::add, (command, doing, message) -> command + " " + doing + ": " + message);

    @Test
    void aFailureNamesTheCommandBeingHandedOn() {
        dispatcher.dispatch(
                7,
                () -> dispatcher.attempt("counting", () -> {
                    throw new IllegalStateException("no fingers");
                }));
        assertEquals(List.of("7 counting: no fingers"), failures);
    }

    @Test
    void aTaskThatFailsLaterStillNamesItsCommand() {
        Task[] slow = new Task[1];
        dispatcher.dispatch(7, () -> dispatcher.begin("fetching", task -> slow[0] = task));
        dispatcher.dispatch(8, () -> slow[0].fail("nothing came"));
        assertEquals(List.of("7 fetching: nothing came"), failures);
    }

    @Test
    void whatASessionDoesByItselfNamesNone() {
        dispatcher.dispatch(7, () -> {});
        dispatcher.task("saving").fail("no room");
        assertEquals(List.of("0 saving: no room"), failures);
    }

    @Test
    void nothingEscapesADelivery() {
        dispatcher.dispatch(7, () -> {
            throw new OutOfMemoryError("no memory for 3 MB");
        });
        dispatcher.task("saving").fail("no room");
        assertEquals(List.of("7 answering the page: no memory for 3 MB", "0 saving: no room"), failures);
    }
}
