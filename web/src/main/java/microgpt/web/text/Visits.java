package microgpt.web.text;

import java.util.List;
import microgpt.protocol.lab.LabReport;

/** What each visit of a phase that returns cost at first: what was remembered. */
public final class Visits {
    /** Over so many bytes that is told. */
    private static final long FIRST_BYTES = 1000;

    private Visits() {}

    /** The costs of all visits of the present phase, {@code 3.34 → 1.86 → 0.88}; empty if it has not returned, or only just. */
    public static String ofPresent(List<LabReport.PhaseScore> scores) {
        if (scores.isEmpty()) {
            return "";
        }
        LabReport.PhaseScore present = scores.get(scores.size() - 1);
        return present.visit() < 2 || present.bytes() < FIRST_BYTES ? "" : costs(scores, present.name());
    }

    /** What was remembered in all of the run, of the phase that returned most often; empty if none did. */
    public static String sentence(List<LabReport.PhaseScore> scores) {
        LabReport.PhaseScore most = null;
        for (LabReport.PhaseScore score : scores) {
            if (score.visit() > 1 && score.bytes() >= FIRST_BYTES && (most == null || score.visit() > most.visit())) {
                most = score;
            }
        }
        return most == null
                ? ""
                : "What it remembered: the first 1,000 bytes of “" + most.name() + "” cost "
                        + costs(scores, most.name()) + " bits each, visit by visit.";
    }

    private static String costs(List<LabReport.PhaseScore> scores, String name) {
        StringBuilder costs = new StringBuilder();
        for (LabReport.PhaseScore score : scores) {
            if (score.name().equals(name) && score.bytes() >= FIRST_BYTES) {
                costs.append(costs.isEmpty() ? "" : " → ").append(Numbers.fixed(score.first(), 2));
            }
        }
        return costs.toString();
    }
}
