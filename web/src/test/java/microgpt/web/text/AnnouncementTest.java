package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AnnouncementTest {
    private final Announcement announcement = new Announcement();

    @Test
    void whatIsOverAtOnceIsNotReadAloud() {
        assertEquals("", announcement.at(0, "waiting", "Press play."));
        assertEquals("", announcement.at(500, "running", "Reading."));
        assertTrue(announcement.isDue());
        assertEquals("Reading.", announcement.at(1_600, "running", "Reading."));
        assertFalse(announcement.isDue());
    }

    @Test
    void aNumberThatMovesOnIsNotReadAloudAgain() {
        announcement.at(0, "running", "Reading byte 1.");
        announcement.at(1_000, "running", "Reading byte 2.");
        assertEquals("Reading byte 2.", announcement.at(9_000, "running", "Reading byte 3."));
    }

    @Test
    void whatIsNotSoAnyMoreDoesNotStay() {
        announcement.at(0, "waiting", "Press play.");
        assertEquals("Press play.", announcement.at(1_000, "waiting", "Press play."));
        assertEquals("", announcement.at(1_100, "running", "Reading."));
        assertEquals("", announcement.at(4_000, "running", "Reading."));
        assertEquals("Reading.", announcement.at(6_000, "running", "Reading."));
    }
}
