package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import microgpt.web.text.Headline.Mood;
import org.junit.jupiter.api.Test;

class HeadlineTest {
    @Test
    void aRunningReaderIsToldWhereAndHowWell() {
        assertEquals(
                "Reading byte 12,345 of 98,000: a children's story. It now needs 2.31 bits for each byte; the first cost 8.0.",
                sentence(Mood.RUNNING, 12_345, 98_000, "a children's story", 2.31));
    }

    @Test
    void aStartThatIsWorseThanUniformIsExplained() {
        Headline headline = new Headline(Mood.RUNNING, 118_912, 9_000, -1, "", 2, 8.39, 2.7, "", "");
        assertEquals(
                "Reading byte 9,000. It now needs 2.00 bits for each byte; the first cost 8.4, with random weights.",
                headline.sentence());
    }

    @Test
    void aStreamOfUnknownLengthHasNoEnd() {
        assertEquals(
                "Paused at byte 10. It now needs 5.00 bits for each byte; the first cost 8.0.",
                sentence(Mood.PAUSED, 10, -1, "", 5));
    }

    @Test
    void beforeTheFirstByteItSaysWhatWillHappen() {
        assertEquals(
                "A GPT of 118,912 parameters, untrained, is about to read 98,000 bytes. Press play.",
                sentence(Mood.WAITING, 0, 98_000, "", Double.NaN));
    }

    @Test
    void beforeAnythingHasArrivedItWaits() {
        assertEquals("Waiting for the first bytes to arrive.", sentence(Mood.BEGINNING, 0, 0, "", Double.NaN));
        assertEquals("There is nothing to read yet.", sentence(Mood.WAITING, 0, 0, "", Double.NaN));
        assertEquals(
                "A GPT of 118,912 parameters, untrained, is about to read a stream of bytes.",
                sentence(Mood.BEGINNING, 0, -1, "", Double.NaN));
    }

    @Test
    void theEndSumsUp() {
        assertEquals(
                "It has read all 98,000 bytes at 2.70 bits each, learning included: 38 % less than gzip.",
                sentence(Mood.FINISHED, 98_000, 98_000, "", 2));
    }

    @Test
    void aPhaseThatReturnsSaysWhatWasRemembered() {
        Headline headline =
                new Headline(Mood.RUNNING, 1, 9_000, -1, "a children's story", 0.86, 8, 2.7, "3.34 → 1.86", "");
        assertEquals(
                "Reading a children's story again: 0.86 bits per byte now; its first 1,000 cost 3.34 → 1.86 at each visit.",
                headline.sentence());
    }

    private static String sentence(Mood mood, long position, long streamBytes, String phase, double bits) {
        return new Headline(mood, 118_912, position, streamBytes, phase, bits, 8, 2.7, "", "38 % less than gzip")
                .sentence();
    }
}
