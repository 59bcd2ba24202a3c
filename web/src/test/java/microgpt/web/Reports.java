package microgpt.web;

import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.lab.LabReport;

/** Reports for tests, of which only some values matter. */
public final class Reports {
    private Reports() {}

    /** Progress of a run that is charged by a mixture. */
    public static LabReport.Progress progress(
            long position,
            double fast,
            double least,
            double most,
            double slow,
            double whole,
            LabReport.Score... others) {
        return progress(position, fast, least, most, slow, whole, 0, others);
    }

    /** The same, of a code of so many bytes. */
    public static LabReport.Progress progress(long position, double codeLengthBytes) {
        return progress(position, 3, 3, 3, 3, 3, codeLengthBytes);
    }

    /** The same with everything that a test may care about. */
    public static LabReport.Progress progress(
            long position,
            double fast,
            double least,
            double most,
            double slow,
            double whole,
            double codeLengthBytes,
            LabReport.Score... others) {
        List<LabReport.Score> scores = new ArrayList<>();
        scores.add(new LabReport.Score("mixture", fast, slow, whole, Double.NaN));
        scores.addAll(List.of(others));
        LabReport.Counters none = new LabReport.Counters(0, 0, 0, 0);
        return new LabReport.Progress(
                1,
                position,
                1,
                0,
                fast,
                least,
                most,
                slow,
                whole,
                scores,
                codeLengthBytes,
                0.01,
                1,
                100,
                none,
                true,
                true);
    }

    /** A score of which only the slow average matters. */
    public static LabReport.Score score(String predictor, double slow) {
        return new LabReport.Score(predictor, slow, slow, slow, Double.NaN);
    }
}
