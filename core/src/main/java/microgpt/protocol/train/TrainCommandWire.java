package microgpt.protocol.train;

import microgpt.protocol.ByteReader;
import microgpt.protocol.ByteWriter;
import microgpt.protocol.SourceWire;

/** The bytes of each {@link TrainCommand}: how it is written, and below it how it is read. */
final class TrainCommandWire implements TrainCommand.Handler {
    private final ByteWriter out;

    TrainCommandWire(ByteWriter out) {
        this.out = out;
    }

    static TrainCommand decode(ByteReader in) {
        int tag = in.tag();
        return switch (tag) {
            case 1 -> loadText(in);
            case 2 -> append(in);
            case 3 -> new TrainCommand.CancelLoading();
            case 4 -> estimate(in);
            case 5 -> start(in);
            case 6 -> new TrainCommand.Run();
            case 7 -> new TrainCommand.Pause();
            case 8 -> new TrainCommand.Stop();
            case 9 -> goOn(in);
            case 10 -> setLearningRate(in);
            case 11 -> new TrainCommand.Save();
            case 12 -> sample(in);
            case 13 -> new TrainCommand.StopSamples();
            case 14 -> lookInside(in);
            case 15 -> new TrainCommand.ListRuns();
            case 16 -> rename(in);
            case 17 -> delete(in);
            case 18 -> resume(in);
            case 19 -> showHistory(in);
            case 20 -> exportFile(in);
            case 21 -> importFile(in);
            case 22 -> new TrainCommand.ShowStorage();
            default -> throw new IllegalArgumentException("no command has the tag " + tag);
        };
    }

    @Override
    public void on(TrainCommand.LoadText loadText) {
        out.tag(1).with(loadText.source(), SourceWire::write);
    }

    private static TrainCommand.LoadText loadText(ByteReader in) {
        return new TrainCommand.LoadText(SourceWire.read(in));
    }

    @Override
    public void on(TrainCommand.Append append) {
        out.tag(2).bytes(append.piece()).bool(append.last());
    }

    private static TrainCommand.Append append(ByteReader in) {
        return new TrainCommand.Append(in.bytes(), in.bool());
    }

    @Override
    public void on(TrainCommand.CancelLoading cancelLoading) {
        out.tag(3);
    }

    @Override
    public void on(TrainCommand.Estimate estimate) {
        out.tag(4).text(estimate.model()).text(estimate.training());
    }

    private static TrainCommand.Estimate estimate(ByteReader in) {
        return new TrainCommand.Estimate(in.text(), in.text());
    }

    @Override
    public void on(TrainCommand.Start start) {
        out.tag(5).text(start.name()).text(start.model()).text(start.training()).bool(start.fromImported());
    }

    private static TrainCommand.Start start(ByteReader in) {
        return new TrainCommand.Start(in.text(), in.text(), in.text(), in.bool());
    }

    @Override
    public void on(TrainCommand.Run run) {
        out.tag(6);
    }

    @Override
    public void on(TrainCommand.Pause pause) {
        out.tag(7);
    }

    @Override
    public void on(TrainCommand.Stop stop) {
        out.tag(8);
    }

    @Override
    public void on(TrainCommand.GoOn goOn) {
        out.tag(9).int64(goOn.steps());
    }

    private static TrainCommand.GoOn goOn(ByteReader in) {
        return new TrainCommand.GoOn(in.int64());
    }

    @Override
    public void on(TrainCommand.SetLearningRate setLearningRate) {
        out.tag(10).real(setLearningRate.learningRate());
    }

    private static TrainCommand.SetLearningRate setLearningRate(ByteReader in) {
        return new TrainCommand.SetLearningRate(in.real());
    }

    @Override
    public void on(TrainCommand.Save save) {
        out.tag(11);
    }

    @Override
    public void on(TrainCommand.Sample sample) {
        out.tag(12)
                .int32(sample.id())
                .bytes(sample.prompt())
                .real(sample.temperature())
                .int32(sample.topK())
                .real(sample.topP())
                .int32(sample.length())
                .int64(sample.seed());
    }

    private static TrainCommand.Sample sample(ByteReader in) {
        return new TrainCommand.Sample(
                in.int32(), in.bytes(), in.real(), in.int32(), in.real(), in.int32(), in.int64());
    }

    @Override
    public void on(TrainCommand.StopSamples stopSamples) {
        out.tag(13);
    }

    @Override
    public void on(TrainCommand.LookInside lookInside) {
        out.tag(14)
                .int32(lookInside.id())
                .bytes(lookInside.text())
                .with(lookInside.without(), TrainCommandWire::ablation);
    }

    private static TrainCommand.LookInside lookInside(ByteReader in) {
        return new TrainCommand.LookInside(in.int32(), in.bytes(), ablation(in));
    }

    @Override
    public void on(TrainCommand.ListRuns listRuns) {
        out.tag(15);
    }

    @Override
    public void on(TrainCommand.Rename rename) {
        out.tag(16).text(rename.run()).text(rename.name());
    }

    private static TrainCommand.Rename rename(ByteReader in) {
        return new TrainCommand.Rename(in.text(), in.text());
    }

    @Override
    public void on(TrainCommand.Delete delete) {
        out.tag(17).text(delete.run());
    }

    private static TrainCommand.Delete delete(ByteReader in) {
        return new TrainCommand.Delete(in.text());
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // both ends are built from the same source
    public void on(TrainCommand.Resume resume) {
        out.tag(18).text(resume.run()).tag(resume.generation().ordinal());
    }

    private static TrainCommand.Resume resume(ByteReader in) {
        return new TrainCommand.Resume(in.text(), in.oneOf(TrainCommand.Generation.values()));
    }

    @Override
    public void on(TrainCommand.ShowHistory showHistory) {
        out.tag(19).text(showHistory.run());
    }

    private static TrainCommand.ShowHistory showHistory(ByteReader in) {
        return new TrainCommand.ShowHistory(in.text());
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // both ends are built from the same source
    public void on(TrainCommand.ExportFile exportFile) {
        out.tag(20).text(exportFile.run()).tag(exportFile.format().ordinal());
    }

    private static TrainCommand.ExportFile exportFile(ByteReader in) {
        return new TrainCommand.ExportFile(in.text(), in.oneOf(TrainCommand.Format.values()));
    }

    @Override
    public void on(TrainCommand.ImportFile importFile) {
        out.tag(21).text(importFile.fileName()).bytes(importFile.piece()).bool(importFile.last());
    }

    private static TrainCommand.ImportFile importFile(ByteReader in) {
        return new TrainCommand.ImportFile(in.text(), in.bytes(), in.bool());
    }

    @Override
    public void on(TrainCommand.ShowStorage showStorage) {
        out.tag(22);
    }

    @SuppressWarnings("EnumOrdinal") // both ends are built from the same source
    private static void ablation(ByteWriter out, TrainCommand.Ablation ablation) {
        out.tag(ablation.part().ordinal()).int32(ablation.layer()).int32(ablation.head());
    }

    private static TrainCommand.Ablation ablation(ByteReader in) {
        return new TrainCommand.Ablation(in.oneOf(TrainCommand.Part.values()), in.int32(), in.int32());
    }
}
