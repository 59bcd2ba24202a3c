package microgpt.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import microgpt.web.train.Milestones.Milestone;
import org.junit.jupiter.api.Test;

class MilestonesTest {
    private final Milestones milestones = new Milestones(3, 2);

    @Test
    void theFirstLookIsNoMilestone() {
        milestones.look(0, 5.5);
        assertEquals(List.of(), milestones.all());
    }

    @Test
    void eachLevelIsPassedOnce() {
        milestones.look(0, 5.5);
        milestones.look(10, 2.9);
        milestones.look(20, 3.1);
        milestones.look(30, 1.9);
        assertEquals(
                List.of(
                        new Milestone(10, "Better than the order-0 baseline (3.00 nats)"),
                        new Milestone(30, "Better than the order-2 baseline (2.00 nats)"),
                        new Milestone(30, "Best validation loss so far: 1.900 nats")),
                milestones.all());
    }

    @Test
    void gettingNoBetterIsSaidOnce() {
        for (int look = 0; look < 6; look++) {
            milestones.look(10L * look, look == 1 ? 3.5 : 4);
        }
        assertEquals(
                List.of(
                        new Milestone(40, "No better in 3 evaluations than after 10 steps"),
                        new Milestone(10, "Best validation loss so far: 3.500 nats")),
                milestones.all());
        assertEquals(3.5, milestones.best());
        assertEquals(10, milestones.bestStep());
    }
}
