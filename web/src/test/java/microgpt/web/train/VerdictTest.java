package microgpt.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import microgpt.web.train.Verdict.Next;
import microgpt.web.train.Verdict.Outcome;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void aRunThatStillImprovesGoesOn() {
        Verdict verdict = Verdict.of(new Outcome(1500, 1.45, 1.5, 1.5, 1500, 1.6, 1.8));
        assertEquals(Next.GO_ON, verdict.next());
        assertEquals(700, verdict.moreSteps());
        assertEquals("After 1,500 steps it needs 1.500 nats a byte, and that was still falling.", verdict.sentence());
    }

    @Test
    void aLargeGapAsksForMoreText() {
        Verdict verdict = Verdict.of(new Outcome(1500, 0.9, 1.5, 1.5, 1500, 1.6, 1.8));
        assertEquals(Next.MORE_TEXT, verdict.next());
        assertEquals(
                "It has begun to learn its text by heart: on text it did not train on a byte costs 0.60 nats more, "
                        + "and it was best after 1,500 steps, with 1.500.",
                verdict.sentence());
    }

    @Test
    void soDoesAValidationLossThatRises() {
        Verdict verdict = Verdict.of(new Outcome(1500, 1.5, 1.6, 1.5, 700, 1.52, 1.8));
        assertEquals(Next.MORE_TEXT, verdict.next());
    }

    @Test
    void aPlateauAboveCountingAsksForALargerModel() {
        Verdict verdict = Verdict.of(new Outcome(1500, 2.1, 2.2, 2.2, 1400, 2.205, 1.8));
        assertEquals(Next.LARGER, verdict.next());
    }

    @Test
    void aPlateauBelowCountingIsTheEnd() {
        Verdict verdict = Verdict.of(new Outcome(1500, 1.45, 1.5, 1.5, 1400, 1.505, 1.8));
        assertEquals(Next.SAMPLE, verdict.next());
        assertEquals(
                "After 1,500 steps it stays at 1.500 nats a byte: it has learned what it can.", verdict.sentence());
    }

    @Test
    void worseThanGuessingAsksForALowerRate() {
        assertEquals(
                Next.GENTLER,
                Verdict.of(new Outcome(50, 6, 6.1, 5.6, 0, 5.8, 1.8)).next());
    }

    @Test
    void withoutALookItGoesOn() {
        double none = Double.NaN;
        Verdict verdict = Verdict.of(new Outcome(15, 3, none, none, 0, none, 1.8));
        assertEquals(Next.GO_ON, verdict.next());
        assertEquals(10, verdict.moreSteps());
    }

    @Test
    void aSingleLookIsNoPlateau() {
        assertEquals(
                Next.GO_ON,
                Verdict.of(new Outcome(60, 3, 3.1, 3.1, 60, Double.NaN, 1.8)).next());
    }
}
