package microgpt.worker.lab;

import java.io.ByteArrayOutputStream;
import microgpt.engine.SampledText;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.Task;

/** One sample on its way: how much is still to be generated, and what the page has not seen yet. */
final class SampleInProgress {
    private final int run;
    private final int id;
    private final long position;
    private final SampledText text;
    private final Task task;
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();
    private int left;

    /** A text of {@code length} bytes, by a run that stands at {@code position}. */
    SampleInProgress(int run, int id, long position, SampledText text, int length, Task task) {
        this.run = run;
        this.id = id;
        this.position = position;
        this.text = text;
        this.left = length;
        this.task = task;
    }

    /** Generates a byte, and says whether more are to come: none do after a failure, of which the page is told. */
    boolean advance() {
        boolean good = left > 0 && task.run(() -> unsent.write(text.next()));
        left = good ? left - 1 : 0;
        return left > 0;
    }

    /** What was generated since the last piece. */
    LabReport.Sampled piece() {
        return take(false);
    }

    /** The last piece. */
    LabReport.Sampled end() {
        return take(true);
    }

    private LabReport.Sampled take(boolean complete) {
        Bytes piece = Bytes.of(unsent.toByteArray());
        unsent.reset();
        return new LabReport.Sampled(run, id, position, text.by().label(), piece, complete);
    }
}
