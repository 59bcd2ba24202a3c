package microgpt.worker;

import java.io.ByteArrayOutputStream;
import microgpt.protocol.Bytes;
import microgpt.protocol.Report;
import microgpt.sampling.Generator;

/** One sample on its way: how much is still to be generated, and what the page has not seen yet. */
final class Sampling {
    private final int id;
    private final long position;
    private final Generator generator;
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();
    private int left;

    /** A text of {@code length} bytes, by a run that stands at {@code position}. */
    Sampling(int id, long position, Generator generator, int length) {
        this.id = id;
        this.position = position;
        this.generator = generator;
        this.left = length;
    }

    /** Generates a byte, and says whether more are to come. */
    boolean advance() {
        if (left > 0) {
            left--;
            unsent.write(generator.next());
        }
        return left > 0;
    }

    /** What was generated since the last piece. */
    Report.Sampled piece() {
        return take(false);
    }

    /** The last piece. */
    Report.Sampled end() {
        return take(true);
    }

    private Report.Sampled take(boolean complete) {
        Bytes text = Bytes.of(unsent.toByteArray());
        unsent.reset();
        return new Report.Sampled(id, position, text, complete);
    }
}
