package microgpt.worker.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import microgpt.compute.JavaBackend;
import microgpt.worker.backend.Backends.Choice;
import microgpt.worker.backend.Backends.Preference;
import org.junit.jupiter.api.Test;

class BackendsTest {
    private static final Choice FAST = new Choice(JavaBackend.alone(), Preference.FASTEST, "it is fast");

    private final List<Consumer<List<Choice>>> opening = new ArrayList<>();
    private final List<Choice> answers = new ArrayList<>();

    @Test
    void theBestThatThereIsIsOpenedOnceForAllThatAsk() {
        Backends backends = new Backends(List.of(opening::add));
        backends.preferred(Preference.FASTEST, answers::add);
        backends.preferred(Preference.FASTEST, answers::add);
        assertEquals(List.of(), answers); // the browser takes its time
        opening.get(0).accept(List.of(FAST));
        backends.preferred(Preference.FASTEST, answers::add);
        assertEquals(List.of(FAST, FAST, FAST), answers);
        assertEquals(1, opening.size());
    }

    @Test
    void whereThereIsNoneTheNextIsTriedAndJavaRunsEverywhere() {
        List<List<Choice>> all = new ArrayList<>();
        new Backends(List.of(answer -> answer.accept(List.of()), answer -> answer.accept(List.of(FAST))))
                .open(all::add);
        assertEquals(2, all.get(0).size());
        assertSame(FAST, all.get(0).get(0));
        new Backends(List.of(answer -> answer.accept(List.of()))).preferred(Preference.FASTEST, answers::add);
        assertEquals("java", answers.get(0).backend().name());
    }

    @Test
    void theReferenceIsThereWithoutOpeningAnything() {
        new Backends(List.of(opening::add)).preferred(Preference.REFERENCE, answers::add);
        assertEquals("java", answers.get(0).backend().name());
        assertEquals(List.of(), opening);
    }
}
