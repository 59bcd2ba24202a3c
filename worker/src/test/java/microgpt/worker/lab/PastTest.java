package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import microgpt.config.OnlineRecipe;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class PastTest {
    private static final OnlineRecipe RECIPE = OnlineRecipe.parse(Recipes.tiny(), "tiny");

    private final Course course = new Course(RECIPE);

    private static RunState state(long position, int bytes, LiveChange... changes) {
        Snapshot learned = new Snapshot();
        learned.put("learned", new byte[bytes]);
        return new RunState(position, List.of(changes), RECIPE, learned, new Soundness(), new UnreportedBytes());
    }

    /** Keeps a state wherever one is due. */
    private Past read(long end, int bytes) {
        Past past = new Past(1000);
        for (long at = 8; at <= end; at += 8) {
            course.passed(at - 8, at, (double) at);
            if (past.isDue(course, at, 0)) {
                past.keep(state(at, bytes), course, 0, 0);
            }
        }
        return past;
    }

    @Test
    void theLongerTheRunTheFartherApartStatesAre() {
        assertEquals(List.of(4096L, 8192L), read(10_000, 1).positions(course));
        List<Long> positions = read(2_000_000, 1).positions(course);
        assertTrue(positions.size() > Past.MOST_STATES / 2 && positions.size() <= Past.MOST_STATES, "" + positions);
        long before = 0;
        for (long position : positions) {
            assertTrue(position - before < 2_000_000 / 4, "a gap up to " + position + " of " + positions);
            before = position;
        }
    }

    @Test
    void statesTakeNoMoreThanTheyMay() {
        assertTrue(read(200_000, 300).positions(course).size() <= 3);
    }

    @Test
    void theNewestIsKeptHoweverLargeItIs() {
        Past past = new Past(10);
        course.passed(0, 9000, 1);
        past.keep(state(5000, 20), course, 0, 0);
        past.keep(state(9000, 20), course, 0, 0);
        assertEquals(List.of(9000L), past.positions(course));
    }

    @Test
    void copyingTakesAFiftiethOfTheTimeAtMost() {
        Past past = new Past();
        course.passed(0, 100_000, 1);
        past.keep(state(8_000, 1), course, 30, 2_000);
        assertFalse(past.isDue(course, 90_000, 3_499));
        assertTrue(past.isDue(course, 90_000, 3_500));
    }

    @Test
    void aStateIsOfEveryCourseThatWasThere() {
        LiveChange change = new LiveChange(6_000, RECIPE, RECIPE, RECIPE.with("optimizer.learning_rate", "0.1"));
        Past past = new Past();
        course.passed(0, 20_000, 1);
        Course branch = course.leftAt(6_000, 0, 1);
        branch.add(change);
        branch.passed(6_000, 30_000, 1);
        RunState shared = state(5_000, 1);
        past.keep(shared, course, 0, 0);
        past.keep(state(9_000, 1), course, 0, 0);
        past.keep(state(12_000, 1, change), branch, 0, 0);
        assertEquals(List.of(5_000L, 9_000L), past.positions(course));
        assertEquals(List.of(5_000L, 12_000L), past.positions(branch));
        assertSame(shared, past.latest(branch, 11_000));
        assertNull(past.latest(course, 4_999));
    }

    @Test
    void whatIsForgottenIsNotKeptAgain() {
        Past past = read(10_000, 1);
        past.forget();
        assertEquals(List.of(), past.positions(course));
        assertFalse(past.isDue(course, 90_000, 1e9));
        assertEquals(Past.Reach.NOTHING, past.reach());
    }
}
