package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class TransferMatrixTest {
    private static final LabReport.ProbeRow UNTRAINED = row(-1, -1, true, 8, 8, 8);

    /** Three texts, one phase each: the case of the paper. */
    @Test
    void transferIsThatOfThePaperWithTheSignOfBits() {
        TransferMatrix matrix = matrix(
                UNTRAINED, row(0, 0, true, 2, 7, 8.5f), row(1, 1, true, 3, 1, 6), row(2, 2, true, 2.5f, 1.25f, 2));
        List<TransferMatrix.Change> backward = matrix.backward();
        assertEquals(2, backward.size());
        assertEquals(-0.5, backward.get(0).bits(), "2 after it was read, 2.5 at the end");
        assertEquals(-0.25, backward.get(1).bits());
        assertEquals(-0.375, TransferMatrix.mean(backward));
        List<TransferMatrix.Change> forward = matrix.forward();
        assertEquals(2, forward.size());
        assertEquals(1, forward.get(0).bits(), "8 untrained, 7 before it was read");
        assertEquals(2, forward.get(1).bits());
    }

    @Test
    void aTextThatReturnsIsComparedWithItsLastVisit() {
        TransferMatrix matrix = matrix(
                UNTRAINED,
                row(0, 0, true, 3, 8, 8),
                row(1, 1, true, 4, 2, 8),
                row(2, 0, true, 2, 2.5f, 8),
                row(3, 1, false, 2.75f, 2, 8));
        List<TransferMatrix.Change> backward = matrix.backward();
        assertEquals(List.of(new TransferMatrix.Change(0, 3, 4, -0.75)), backward);
        assertEquals(new TransferMatrix.Change(0, 1, 2, 1), matrix.worst());
    }

    @Test
    void nothingIsForgottenBeforeAnotherTextIsRead() {
        TransferMatrix untrained = matrix(UNTRAINED);
        assertTrue(untrained.backward().isEmpty() && untrained.forward().isEmpty());
        TransferMatrix first = matrix(UNTRAINED, row(0, 0, false, 2, 7, 7));
        assertTrue(first.backward().isEmpty() && first.forward().isEmpty());
        assertEquals(-1, first.worst().text());
        assertTrue(matrix().backward().isEmpty() && matrix().forward().isEmpty());
    }

    @Test
    void whatWasNotKeptIsLeftOut() {
        TransferMatrix matrix = matrix(UNTRAINED, row(0, 0, true, 2, 7, 7), row(3, 2, true, 3, 3, 1));
        assertTrue(matrix.forward().isEmpty(), "the row before phase 3 is missing");
        assertEquals(-1, matrix.backward().get(0).bits());
    }

    private static TransferMatrix matrix(LabReport.ProbeRow... rows) {
        return new TransferMatrix(
                new LabReport.Forgetting(1, List.of("stories", "code", "names"), 512, List.of(rows), ""));
    }

    private static LabReport.ProbeRow row(int phase, int text, boolean ended, float... bits) {
        return new LabReport.ProbeRow(phase, text, (phase + 1) * 100L, ended, Floats.of(bits));
    }
}
