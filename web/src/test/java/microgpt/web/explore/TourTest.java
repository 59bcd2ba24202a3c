package microgpt.web.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import microgpt.protocol.lab.LabReport;
import microgpt.web.Reports;
import org.junit.jupiter.api.Test;

class TourTest {
    @Test
    void itGoesOnWhenAStopWasReadAndWhatItTellsOfHasHappened() {
        Tour tour = new Tour(3, 0);
        assertFalse(tour.goesOn(Tour.READING_MILLIS - 1, true));
        assertFalse(tour.goesOn(10 * Tour.READING_MILLIS, false));
        assertTrue(tour.goesOn(10 * Tour.READING_MILLIS, true));
        assertEquals(1, tour.at());
        assertFalse(tour.goesOn(11 * Tour.READING_MILLIS - 1, true));
    }

    @Test
    void whoGoesBackGoesAlone() {
        Tour tour = new Tour(3, 0);
        tour.next(0);
        tour.back(0);
        assertEquals(0, tour.at());
        assertFalse(tour.goesOn(1e6, true));
        tour.back(0);
        assertEquals(0, tour.at());
    }

    @Test
    void itEndsAtTheLastStop() {
        Tour tour = new Tour(2, 0);
        tour.next(0);
        assertTrue(tour.isLast());
        tour.next(0);
        assertEquals(1, tour.at());
        assertFalse(tour.goesOn(1e6, true));
    }

    @Test
    void everyStopHasWordsBeforeAndAfterWhatItTellsOf() {
        RunStory before = new RunStory();
        RunStory after = new RunStory();
        after.show(Reports.progress(30_000, 1, 1, 1, 1, 2));
        LabReport.PhaseScore motif = new LabReport.PhaseScore("motif", 1, 0, 2000, 1, 5, .2, -1);
        LabReport.PhaseScore stories = new LabReport.PhaseScore("stories", 1, 2000, 9000, 1, 4, 1.5, 900);
        LabReport.PhaseScore again = new LabReport.PhaseScore("motif", 2, 11_000, 500, 1, 2, 1.5, -1);
        after.show(new LabReport.Phases(1, List.of(motif, stories, again)));
        for (TourStop stop : TourStop.values()) {
            assertTrue(stop.caption(before).length() > 40, stop.name());
            if (!stop.hasHappened(before) && stop != TourStop.FIRST_WORD) {
                assertTrue(stop.caption(before).startsWith("Waiting"), stop.name());
                assertTrue(stop.hasHappened(after), stop.name());
            }
        }
        assertEquals(
                "motif came back at byte 11,000. Its first 1,000 bytes cost 5.00 bits each the first time, and 2.00 this time.",
                TourStop.RETURN.caption(after));
    }
}
