package microgpt.web.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class RunStoryTest {
    private final RunStory story = new RunStory();

    @Test
    void theFirstWordIsOneWhoseLettersAfterTheFirstWereAllPredicted() {
        story.show(read(
                10, "garden cat garden.", 3, 3, .1f, .1f, .1f, .1f, 1, 5, .1f, .1f, 1, 4, .5f, .2f, .1f, .1f, .1f, 1));
        RunStory.Word word = story.firstWord();
        assertNotNull(word);
        assertEquals("garden", word.text());
        assertEquals(27, word.position());
        assertEquals(1, word.bits(), 1e-6);
    }

    @Test
    void aWordMayComeInTwoPiecesButNotAcrossAGap() {
        story.show(read(0, "gar", 3, .1f, .1f));
        story.show(read(3, "den ", .1f, .1f, .1f, 1));
        RunStory.Word word = story.firstWord();
        assertNotNull(word);
        assertEquals("garden", word.text());
        RunStory gap = new RunStory();
        gap.show(read(0, "gar", 3, .1f, .1f));
        gap.show(read(9, "den ", .1f, .1f, .1f, 1));
        assertNull(gap.firstWord());
    }

    @Test
    void phasesTellOfABoundaryARecoveryAndAReturn() {
        LabReport.PhaseScore motif = score("motif", 1, 0, 5, .2, -1);
        LabReport.PhaseScore stories = score("stories", 1, 2000, 6, 1.5, -1);
        story.show(new LabReport.Phases(1, List.of(motif)));
        assertNull(story.boundary());
        story.show(new LabReport.Phases(1, List.of(motif, stories)));
        assertEquals(new RunStory.Boundary("motif", "stories", 2000, .2, 6), story.boundary());
        assertNull(story.recovery());
        LabReport.PhaseScore settled = score("stories", 1, 2000, 5.5, 1.4, 900);
        LabReport.PhaseScore again = score("motif", 2, 9000, 2, .2, -1);
        story.show(new LabReport.Phases(1, List.of(motif, settled, again)));
        assertEquals(new RunStory.Boundary("motif", "stories", 2000, .2, 5.5), story.boundary());
        assertEquals(new RunStory.Recovery("stories", 2000, 900), story.recovery());
        assertEquals(new RunStory.Return("motif", 9000, 5, 2), story.comeback());
    }

    @Test
    void anotherRunHasAnotherStory() {
        story.show(read(0, "garden ", 3, .1f, .1f, .1f, .1f, .1f, 1));
        story.show(new LabReport.Started(2, 1, 1, 1, 1, List.of()));
        assertNull(story.firstWord());
        assertNull(story.progress());
    }

    private static LabReport.PhaseScore score(
            String name, int visit, long start, double first, double now, long recovery) {
        return new LabReport.PhaseScore(name, visit, start, 1000, first, first, now, recovery);
    }

    private static LabReport.Read read(long from, String text, float... bits) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new LabReport.Read(1, from + bytes.length, Bytes.of(bytes), Floats.of(bits), List.of());
    }
}
