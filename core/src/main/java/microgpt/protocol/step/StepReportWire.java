package microgpt.protocol.step;

import microgpt.protocol.ByteReader;
import microgpt.protocol.ByteWriter;

/** The bytes of each {@link StepReport}: how it is written, and below it how it is read. */
final class StepReportWire implements StepReport.Handler {
    private final ByteWriter out;

    StepReportWire(ByteWriter out) {
        this.out = out;
    }

    static StepReport decode(ByteReader in) {
        int tag = in.tag();
        return switch (tag) {
            case 101 -> new StepReport.Ready();
            case 102 -> loaded(in);
            case 103 -> learned(in);
            case 104 -> seen(in);
            case 105 -> running(in);
            case 106 -> weights(in);
            case 107 -> drawn(in);
            case 108 -> written(in);
            case 109 -> failed(in);
            case 110 -> diverged(in);
            default -> throw new IllegalArgumentException("no report has the tag " + tag);
        };
    }

    @Override
    public void on(StepReport.Ready ready) {
        out.tag(101);
    }

    @Override
    public void on(StepReport.Loaded loaded) {
        out.tag(102)
                .int32(loaded.model())
                .int32(loaded.documents())
                .int32(loaded.cutDocuments())
                .list(loaded.characters(), ByteWriter::text)
                .int32(loaded.parameters())
                .list(loaded.matrices(), StepReportWire::matrix);
    }

    private static StepReport.Loaded loaded(ByteReader in) {
        return new StepReport.Loaded(
                in.int32(),
                in.int32(),
                in.int32(),
                in.list(ByteReader::text),
                in.int32(),
                in.list(StepReportWire::matrix));
    }

    @Override
    public void on(StepReport.Learned learned) {
        out.tag(103).int32(learned.model()).list(learned.rows(), StepReportWire::row);
    }

    private static StepReport.Learned learned(ByteReader in) {
        return new StepReport.Learned(in.int32(), in.list(StepReportWire::row));
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // both ends are built from the same source
    public void on(StepReport.Seen seen) {
        out.tag(104)
                .int32(seen.model())
                .tag(seen.scene().ordinal())
                .int32(seen.step())
                .list(seen.context(), ByteWriter::int32)
                .int32(seen.target())
                .list(seen.parts(), StepReportWire::part);
    }

    private static StepReport.Seen seen(ByteReader in) {
        return new StepReport.Seen(
                in.int32(),
                in.oneOf(StepReport.Scene.values()),
                in.int32(),
                in.list(ByteReader::int32),
                in.int32(),
                in.list(StepReportWire::part));
    }

    @Override
    public void on(StepReport.Running running) {
        out.tag(105)
                .int32(running.model())
                .bool(running.running())
                .int32(running.steps())
                .bool(running.done());
    }

    private static StepReport.Running running(ByteReader in) {
        return new StepReport.Running(in.int32(), in.bool(), in.int32(), in.bool());
    }

    @Override
    public void on(StepReport.Weights weights) {
        out.tag(106)
                .int32(weights.model())
                .int32(weights.step())
                .reals(weights.values())
                .reals(weights.gradients());
    }

    private static StepReport.Weights weights(ByteReader in) {
        return new StepReport.Weights(in.int32(), in.int32(), in.reals(), in.reals());
    }

    @Override
    public void on(StepReport.Drawn drawn) {
        out.tag(107)
                .int32(drawn.model())
                .list(drawn.context(), ByteWriter::int32)
                .reals(drawn.chances())
                .real(drawn.draw())
                .int32(drawn.token())
                .text(drawn.text())
                .bool(drawn.ended());
    }

    private static StepReport.Drawn drawn(ByteReader in) {
        return new StepReport.Drawn(
                in.int32(), in.list(ByteReader::int32), in.reals(), in.real(), in.int32(), in.text(), in.bool());
    }

    @Override
    public void on(StepReport.Written written) {
        out.tag(108)
                .int32(written.model())
                .text(written.text())
                .bool(written.known())
                .bool(written.last());
    }

    private static StepReport.Written written(ByteReader in) {
        return new StepReport.Written(in.int32(), in.text(), in.bool(), in.bool());
    }

    @Override
    public void on(StepReport.Failed failed) {
        out.tag(109).int32(failed.command()).text(failed.doing()).text(failed.message());
    }

    private static StepReport.Failed failed(ByteReader in) {
        return new StepReport.Failed(in.int32(), in.text(), in.text());
    }

    @Override
    public void on(StepReport.Diverged diverged) {
        out.tag(110)
                .int32(diverged.model())
                .int32(diverged.step())
                .real(diverged.loss())
                .real(diverged.learningRate());
    }

    private static StepReport.Diverged diverged(ByteReader in) {
        return new StepReport.Diverged(in.int32(), in.int32(), in.real(), in.real());
    }

    private static void matrix(ByteWriter out, StepReport.Matrix matrix) {
        out.text(matrix.name()).int32(matrix.rows()).int32(matrix.columns());
    }

    private static StepReport.Matrix matrix(ByteReader in) {
        return new StepReport.Matrix(in.text(), in.int32(), in.int32());
    }

    private static void row(ByteWriter out, StepReport.Row row) {
        out.int32(row.step())
                .int32(row.document())
                .text(row.text())
                .int32(row.position())
                .int32(row.token())
                .int32(row.target())
                .real(row.loss())
                .real(row.learningRate());
    }

    private static StepReport.Row row(ByteReader in) {
        return new StepReport.Row(
                in.int32(), in.int32(), in.text(), in.int32(), in.int32(), in.int32(), in.real(), in.real());
    }

    private static void part(ByteWriter out, StepReport.Part part) {
        out.text(part.name()).reals(part.values()).reals(part.gradients());
    }

    private static StepReport.Part part(ByteReader in) {
        return new StepReport.Part(in.text(), in.reals(), in.reals());
    }
}
