package microgpt.worker.lab;

import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.Task;

/** A text on its way into a coded file, or out of one, byte by byte. */
sealed interface CodingInProgress permits EncodingInProgress, DecodingInProgress {
    /** What it answers. */
    Task task();

    /** Goes on by a byte, if there is one left. */
    void advance();

    boolean isDone();

    /** How far it has come since this was last asked. */
    LabReport piece();

    /** Where it was given up. */
    LabReport end();

    /**
     * What came of it, once it is done.
     *
     * @throws IllegalArgumentException if that is not what it should be
     */
    LabReport result();
}
