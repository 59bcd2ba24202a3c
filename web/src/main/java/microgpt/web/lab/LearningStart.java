package microgpt.web.lab;

import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;

/**
 * When a new run may begin to learn: once its untrained model has written a sample, which learning any earlier would change,
 * or cannot write one. Each answer is given once for a run.
 */
final class LearningStart {
    private static final int NONE = 0;

    private @Nullable SampleRequest awaited;
    private boolean written;
    private int replacing = NONE;

    /** Another run was asked for by the command of this number: until it is built, or cannot be, the present one waits. */
    void asked(int start) {
        replacing = start;
    }

    /** A run stands at its beginning, and its untrained model was asked for a sample. */
    void built(int run, SampleRequest sample) {
        awaited = sample;
        written = false;
        replacing = run < replacing ? replacing : NONE;
    }

    /** Whether learning may begin now that this has come. */
    boolean allowedBy(LabReport.Sampled report) {
        written |= awaited != null && report.id() == awaited.id() && report.complete();
        return isAllowed();
    }

    /** Whether learning may begin now that this has failed. */
    boolean allowedBy(LabReport.Failed report) {
        written |= awaited != null && report.command() == awaited.command();
        replacing = report.command() == replacing ? NONE : replacing;
        return isAllowed();
    }

    private boolean isAllowed() {
        boolean allowed = awaited != null && written && replacing == NONE;
        if (allowed) {
            awaited = null;
        }
        return allowed;
    }
}
