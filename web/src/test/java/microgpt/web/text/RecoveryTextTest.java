package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class RecoveryTextTest {
    @Test
    void aSinglePhaseRecoversFromNothing() {
        assertEquals(Numbers.UNKNOWN, RecoveryText.of(score(800), 1, 0, 1));
        assertEquals(Numbers.UNKNOWN, RecoveryText.of(score(-1), 1, 0, 1));
    }

    @Test
    void oneOfSeveralSaysAfterHowManyBytes() {
        assertEquals("1,800 bytes", RecoveryText.of(score(1_800), 3, 0, 2));
        assertEquals("still settling", RecoveryText.of(score(-1), 3, 1, 2));
        assertEquals(Numbers.UNKNOWN, RecoveryText.of(score(-1), 3, 0, 2));
    }

    private static LabReport.PhaseScore score(long recovery) {
        return new LabReport.PhaseScore("motif", 1, 0, 5_000, 2, 3, 1, recovery);
    }
}
