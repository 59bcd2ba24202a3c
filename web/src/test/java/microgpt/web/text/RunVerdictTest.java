package microgpt.web.text;

import static microgpt.web.Reports.progress;
import static microgpt.web.Reports.score;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunVerdictTest {
    @Test
    void theRunIsComparedByItsCumulativeMean() {
        RunVerdict verdict = new RunVerdict(progress(1000, 1, 1, 1, 1, 2, score("ppm", 1.6)), 400);
        assertEquals("38 % less than gzip, 25 % more than PPM", verdict.comparison());
        assertEquals(
                "1,000 bytes read at 2.00 bits each, learning included: 38 % less than gzip, 25 % more than PPM.",
                verdict.sentence());
    }

    @Test
    void whatIsNotKnownIsNotSaid() {
        RunVerdict verdict = new RunVerdict(progress(1000, 1, 1, 1, 1, 2), -1);
        assertEquals("", verdict.comparison());
        assertEquals("1,000 bytes read at 2.00 bits each, learning included.", verdict.sentence());
    }

    @Test
    void whatHasReadNothingHasNoVerdict() {
        assertEquals(
                "A GPT that has not read anything yet.",
                new RunVerdict(progress(0, 0, 0, 0, 0, Double.NaN), -1).sentence());
    }

    @Test
    void theSameIsSaidToBeTheSame() {
        assertEquals(
                "as much as PPM", new RunVerdict(progress(1000, 1, 1, 1, 1, 2, score("ppm", 2.001)), -1).comparison());
    }
}
