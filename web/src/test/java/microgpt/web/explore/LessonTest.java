package microgpt.web.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.protocol.lab.LabReport;
import microgpt.web.Reports;
import org.junit.jupiter.api.Test;

class LessonTest {
    private final Lesson lesson = new Lesson();
    private double bits;
    private double ppmBits;
    private long position;

    /** Reads {@code count} bytes in pieces of 100 at so many bits each. */
    private void read(int count, double each, double ppm) {
        for (int i = 0; i < count; i += 100) {
            position += 100;
            bits += 100 * each;
            ppmBits += 100 * ppm;
            LabReport.Score score = new LabReport.Score("ppm", ppm, ppm, ppmBits / position, Double.NaN);
            LabReport.Progress shown = Reports.progress(position, 1, 1, 1, 1, 1, bits / 8, score);
            lesson.measured().show(shown);
        }
    }

    @Test
    void aChangeIsComparedWithAsManyBytesBefore() {
        read(1000, 5, 5);
        assertFalse(lesson.canChange());
        assertEquals("1,100 bytes to go", lesson.waitingFor());
        read(3000, 2, 2.5);
        assertTrue(lesson.canChange());
        assertEquals("false", lesson.change("true"));
        assertEquals("2,000 bytes to go", lesson.waitingFor());
        read(1900, 3, 2.25);
        assertFalse(lesson.isNewlyMeasured());
        read(200, 3, 2.25);
        assertTrue(lesson.isNewlyMeasured());
        assertFalse(lesson.isNewlyMeasured());
        assertEquals(
                "Replay: on → off. The 2,000 bytes before cost 2.00 bits each, those after it 3.00 (+1.00). PPM, which nothing"
                        + " was changed for, needed 2.50 and 2.25: so much is due to the text. One run is no proof; a race of two"
                        + " is a better one.",
                lesson.caption(""));
        assertEquals("true", lesson.putBack());
        assertTrue(lesson.caption("").startsWith("Replay: off → on."));
    }

    @Test
    void whatIsReadLaterDoesNotChangeTheResult() {
        read(3000, 2, 2);
        lesson.change("true");
        read(2000, 3, 2);
        read(5000, 8, 2);
        assertEquals(2, lesson.measured().before(), 1e-9);
        assertEquals(3, lesson.measured().after(), 1e-9);
    }

    @Test
    void theThreeExperimentsChangeWhatTheyFind() {
        assertEquals("true", Experiment.REPLAY.changed("false"));
        assertEquals("0.03", Experiment.RATE.changed("0.003"));
        assertEquals("0.007", Experiment.RATE.changed("7e-4"));
        assertEquals("false", Experiment.COUNTS.changed("true"));
        lesson.go(1);
        lesson.go(1);
        assertTrue(lesson.isLast());
        lesson.go(-1);
        assertEquals(Experiment.RATE, lesson.experiment());
        assertTrue(lesson.caption("0.003").contains("It is 0.003 now"));
    }
}
