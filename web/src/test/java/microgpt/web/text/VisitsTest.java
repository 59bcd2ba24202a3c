package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private static final LabReport.PhaseScore FIRST = visit("stories", 1, 4000, 3.34);
    private static final LabReport.PhaseScore OTHER = visit("names", 1, 4000, 3);

    @Test
    void aPhaseThatReturnsShowsWhatEachVisitCostAtFirst() {
        assertEquals("3.34 → 1.86", Visits.ofPresent(List.of(FIRST, OTHER, visit("stories", 2, 1000, 1.86))));
    }

    @Test
    void aFirstVisitAndOneThatHasOnlyBegunShowNothing() {
        assertEquals("", Visits.ofPresent(List.of()));
        assertEquals("", Visits.ofPresent(List.of(FIRST, OTHER)));
        assertEquals("", Visits.ofPresent(List.of(FIRST, OTHER, visit("stories", 2, 999, 1.86))));
    }

    @Test
    void theEndTellsOfThePhaseThatReturnedMostOften() {
        assertEquals("", Visits.sentence(List.of(FIRST, OTHER)));
        assertEquals(
                "What it remembered: the first 1,000 bytes of “stories” cost 3.34 → 1.86 → 0.88 bits each, visit by visit.",
                Visits.sentence(List.of(
                        FIRST,
                        OTHER,
                        visit("stories", 2, 4000, 1.86),
                        visit("names", 2, 4000, 2),
                        visit("stories", 3, 4000, 0.88))));
    }

    private static LabReport.PhaseScore visit(String name, int visit, long bytes, double first) {
        return new LabReport.PhaseScore(name, visit, 0, bytes, 2, first, 1, -1);
    }
}
