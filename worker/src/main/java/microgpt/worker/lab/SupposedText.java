package microgpt.worker.lab;

import java.util.Arrays;
import microgpt.predict.Chance;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Task;

/** What a text would cost if it came next, found out in slices: a look at the run that changes nothing in it. */
final class SupposedText {
    /** The text is read anew for each of its bytes, so a long one takes long. */
    private static final int MOST = 4096;

    private static final int BYTES = 256;
    /** The least probability that is charged for: a transformer may be surer than a float can say. */
    private static final float LEAST = Float.MIN_NORMAL;

    private static final byte LINE_FEED = '\n';

    private final LabRun run;
    private final LabCommand.Suppose asked;
    private final Task task;
    /** The text, after a line feed where the run stands within a line. */
    private final byte[] text;
    /** How many of these bytes were not asked for: 1 or 0. */
    private final int inserted;

    private final float[] probs = new float[BYTES];
    private int charged;

    SupposedText(LabRun run, LabCommand.Suppose asked, Task task) {
        int length = asked.text().size();
        if (length > MOST || asked.from() < 0 || asked.from() > length) {
            throw new IllegalArgumentException("a text of " + length + " bytes, charged from byte " + asked.from()
                    + " on: expected at most " + MOST + ", and from 0 to its length");
        }
        this.run = run;
        this.asked = asked;
        this.task = task;
        charged = asked.from();
        long position = run.engine().position();
        inserted = position > 0 && run.stream().at(position - 1) != LINE_FEED ? 1 : 0;
        text = new byte[inserted + length];
        Arrays.fill(text, 0, inserted, LINE_FEED);
        System.arraycopy(asked.text().toArray(), 0, text, inserted, length);
    }

    Task task() {
        return task;
    }

    /** Charges until {@code endMillis}, at least one byte; after the last it predicts what would follow. */
    LabReport.Supposed advance(EventLoop loop, double endMillis) {
        int from = charged;
        float[] bits = new float[asked.text().size() - from];
        while (charged < asked.text().size() && (charged == from || loop.nowMillis() < endMillis)) {
            peek();
            int value = text[inserted + charged] & 0xff;
            bits[charged - from] = (float) Chance.bits(Math.max(probs[value], LEAST));
            charged++;
        }
        Likeliest next = Likeliest.NONE;
        if (charged == asked.text().size() && (charged == from || loop.nowMillis() < endMillis)) {
            peek();
            next = Likeliest.of(probs);
        }
        return new LabReport.Supposed(
                run.id(),
                asked.id(),
                run.engine().position(),
                from,
                Floats.of(Arrays.copyOf(bits, charged - from)),
                next.bytes(),
                next.chances());
    }

    private void peek() {
        run.engine().peekAfter(text, inserted + charged, probs);
    }
}
