package microgpt.web.lab;

import java.util.List;
import microgpt.protocol.lab.LabReport;

/** What is shown before anything has been reported. */
final class InitialProgress {
    private static final double UNKNOWN = Double.NaN;

    static final LabReport.Progress PROGRESS = new LabReport.Progress(
            0,
            0,
            0,
            0,
            UNKNOWN,
            UNKNOWN,
            UNKNOWN,
            UNKNOWN,
            UNKNOWN,
            List.of(),
            0,
            UNKNOWN,
            UNKNOWN,
            0,
            new LabReport.Counters(0, 0, 0, 0),
            true,
            true);

    private InitialProgress() {}
}
