package microgpt.web.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class LearningStartTest {
    private final LearningStart learning = new LearningStart();

    @Test
    void learningBeginsWhenTheUntrainedModelHasWritten() {
        learning.asked(7);
        learning.built(7, new SampleRequest(1, 8));
        assertFalse(learning.allowedBy(piece(1)));
        assertTrue(learning.allowedBy(whole(1)));
    }

    @Test
    void itBeginsOnceOnly() {
        learning.built(7, new SampleRequest(1, 8));
        assertTrue(learning.allowedBy(whole(1)));
        assertFalse(learning.allowedBy(whole(1)));
        assertFalse(learning.allowedBy(failure(8)));
    }

    @Test
    void otherSamplesAndOtherFailuresBeginNothing() {
        assertFalse(learning.allowedBy(whole(1)));
        assertFalse(learning.allowedBy(failure(0)));
        learning.built(7, new SampleRequest(2, 8));
        assertFalse(learning.allowedBy(whole(1)));
        assertFalse(learning.allowedBy(failure(0)));
        assertFalse(learning.allowedBy(failure(9)));
        assertTrue(learning.allowedBy(whole(2)));
    }

    @Test
    void aSampleThatCannotBeWrittenIsNotWaitedFor() {
        learning.built(7, new SampleRequest(1, 8));
        assertTrue(learning.allowedBy(failure(8)));
    }

    @Test
    void whatTheRunBeforeWroteLastDoesNotBeginTheNewOne() {
        learning.built(7, new SampleRequest(1, 8));
        learning.asked(9);
        assertFalse(learning.allowedBy(whole(1)));
        learning.built(9, new SampleRequest(2, 10));
        assertTrue(learning.allowedBy(whole(2)));
    }

    @Test
    void aRunThatCannotBeReplacedGoesOn() {
        learning.built(7, new SampleRequest(1, 8));
        learning.asked(9);
        assertFalse(learning.allowedBy(whole(1)));
        assertTrue(learning.allowedBy(failure(9)));
    }

    @Test
    void ofTwoRunsAskedForInARowTheFirstDoesNotBegin() {
        learning.asked(7);
        learning.asked(8);
        learning.built(7, new SampleRequest(1, 9));
        assertFalse(learning.allowedBy(whole(1)));
        learning.built(8, new SampleRequest(2, 10));
        assertTrue(learning.allowedBy(whole(2)));
    }

    private static LabReport.Failed failure(int command) {
        return new LabReport.Failed(command, "doing something", "it cannot be");
    }

    private static LabReport.Sampled piece(int id) {
        return new LabReport.Sampled(7, id, 0, "mixture", Bytes.EMPTY, false);
    }

    private static LabReport.Sampled whole(int id) {
        return new LabReport.Sampled(7, id, 0, "mixture", Bytes.EMPTY, true);
    }
}
