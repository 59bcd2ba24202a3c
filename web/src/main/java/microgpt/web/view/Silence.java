package microgpt.web.view;

import microgpt.protocol.Report;

/** What is shown before anything has been reported. */
final class Silence {
    private static final double UNKNOWN = Double.NaN;

    static final Report.Progress PROGRESS = new Report.Progress(
            0,
            0,
            0,
            UNKNOWN,
            UNKNOWN,
            UNKNOWN,
            UNKNOWN,
            UNKNOWN,
            UNKNOWN,
            UNKNOWN,
            0,
            UNKNOWN,
            UNKNOWN,
            0,
            new Report.Counters(0, 0, 0, 0),
            true,
            true);

    private Silence() {}
}
