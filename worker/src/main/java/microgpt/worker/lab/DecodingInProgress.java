package microgpt.worker.lab;

import java.util.Arrays;
import microgpt.coding.CodeFile;
import microgpt.coding.CodingRecipe;
import microgpt.coding.RunRecipe;
import microgpt.coding.TextDecoder;
import microgpt.predict.BitExpert;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.Limit;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.backend.TabMemory;
import microgpt.worker.loop.Task;

/** A text on its way out of a file, and what the page has not seen of it yet. */
final class DecodingInProgress implements CodingInProgress {
    /** For the costs of so many bytes between two pieces there is room at once. */
    private static final int FIRST_ROOM = 1 << 10;

    private final CodeFile file;
    private final TextDecoder decoder;
    private final Task task;
    private float[] bits = new float[FIRST_ROOM];
    private int told;

    /**
     * The start of decoding.
     *
     * @throws IllegalArgumentException if this is no coded text, or one that cannot be decoded here, which says why
     */
    DecodingInProgress(Bytes coded, Task task) {
        this.task = task;
        file = CodeFile.parse(coded.toArray());
        if (file.length() > Limit.TEXT.bytes()) {
            throw new IllegalArgumentException("its text has " + file.length() + " bytes, and " + Limit.TEXT.size()
                    + " is the most that is decoded here: the command line decodes it");
        }
        decoder = new TextDecoder(file, DecodingInProgress::expert);
    }

    private static BitExpert expert(String json) {
        CodingRecipe recipe = CodingRecipe.parse(json);
        if (recipe instanceof RunRecipe run) {
            TabMemory.check(run.recipe().online());
        }
        return recipe.expert();
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public void advance() {
        int at = decoder.decoded();
        double before = decoder.bits();
        decoder.advance(1);
        if (decoder.decoded() > at) {
            if (at - told == bits.length) {
                bits = Arrays.copyOf(bits, 2 * bits.length);
            }
            bits[at - told] = (float) (decoder.bits() - before);
        }
    }

    @Override
    public boolean isDone() {
        return decoder.isDone();
    }

    @Override
    public LabReport piece() {
        return take(false);
    }

    @Override
    public LabReport end() {
        return take(true);
    }

    private LabReport take(boolean ended) {
        int position = decoder.decoded();
        Bytes fresh = Bytes.of(decoder.text(told, position));
        Floats costs = Floats.of(Arrays.copyOf(bits, position - told));
        told = position;
        return new LabReport.Decoding(task.command(), position, file.length(), fresh, costs, ended);
    }

    @Override
    public LabReport result() {
        return new LabReport.Decoded(task.command(), Bytes.of(decoder.finish()), file.sha256());
    }
}
