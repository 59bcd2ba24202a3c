package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import microgpt.web.text.TrainHeadline.Mood;
import org.junit.jupiter.api.Test;

class TrainHeadlineTest {
    @Test
    void itSaysWhatIsAboutToHappen() {
        assertEquals(
                "A GPT of 366,432 parameters, untrained, is about to learn a text. Press Start.",
                of(Mood.READY, 0, Double.NaN, "").sentence());
        assertEquals(
                "Ready to learn “stories” in 1,500 steps. Press Run.",
                of(Mood.PAUSED, 0, Double.NaN, "").sentence());
    }

    @Test
    void itSaysWhereTheRunIsAndWhatItCosts() {
        assertEquals(
                "Learning “stories”: step 1,200 of 1,500. A byte costs it 1.24 nats; uniform: 5.55. It sees "
                        + "words.",
                of(Mood.RUNNING, 1200, 1.2367, "It sees words").sentence());
        assertEquals(
                "Paused after step 1 of 1,500. A byte costs it 5.55 nats; uniform: 5.55.",
                of(Mood.PAUSED, 1, 5.5512, "").sentence());
        assertEquals(
                "It has learned “stories” for 1,500 steps. A byte costs it 1.20 nats; uniform: 5.55.",
                of(Mood.DONE, 1500, 1.2, "").sentence());
    }

    @Test
    void beforeTheFirstLossNothingIsSaidOfIt() {
        assertEquals(
                "Learning “stories”: step 0 of 1,500.",
                of(Mood.RUNNING, 0, Double.NaN, "").sentence());
    }

    private static TrainHeadline of(Mood mood, long steps, double loss, String learned) {
        return new TrainHeadline(mood, 366_432, "“stories”", steps, 1500, loss, learned);
    }
}
