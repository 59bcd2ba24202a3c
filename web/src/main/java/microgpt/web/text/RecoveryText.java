package microgpt.web.text;

import microgpt.protocol.lab.LabReport;

/** How soon a model was at home in a phase again. */
public final class RecoveryText {
    private RecoveryText() {}

    /** {@code phases} is how many the stream has: in a single one there is nothing to recover from. */
    public static String of(LabReport.PhaseScore score, int phases, int visit, int visits) {
        if (phases <= 1) {
            return Numbers.UNKNOWN;
        }
        if (score.recoveryBytes() >= 0) {
            return Numbers.grouped(score.recoveryBytes()) + " bytes";
        }
        return visit == visits - 1 ? "still settling" : Numbers.UNKNOWN;
    }
}
