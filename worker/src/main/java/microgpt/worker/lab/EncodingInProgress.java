package microgpt.worker.lab;

import microgpt.coding.CodeFile;
import microgpt.coding.RunRecipe;
import microgpt.coding.TextEncoder;
import microgpt.config.OnlineRecipe;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.backend.TabMemory;
import microgpt.worker.loop.Task;

/** What a run has read, on its way into a file: another run of the same recipe, with the reference's arithmetic, codes it. */
final class EncodingInProgress implements CodingInProgress {
    private final int run;
    private final byte[] text;
    private final TextEncoder encoder;
    private final Task task;
    private int position;

    EncodingInProgress(int run, byte[] text, OnlineRecipe recipe, Task task) {
        this.run = run;
        this.text = text;
        this.task = task;
        TabMemory.check(recipe.online());
        RunRecipe coding = new RunRecipe(recipe);
        encoder = new TextEncoder(coding.expert(), coding.toJson());
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public void advance() {
        encoder.add(text, position, 1);
        position++;
    }

    @Override
    public boolean isDone() {
        return position == text.length;
    }

    @Override
    public LabReport piece() {
        return new LabReport.Encoding(run, position, text.length, false);
    }

    @Override
    public LabReport end() {
        return new LabReport.Encoding(run, position, text.length, true);
    }

    @Override
    public LabReport result() {
        double codeLengthBytes = encoder.bits() / Byte.SIZE;
        CodeFile file = encoder.finish();
        return new LabReport.Encoded(run, text.length, codeLengthBytes, Bytes.of(file.toBytes()), file.sha256());
    }
}
