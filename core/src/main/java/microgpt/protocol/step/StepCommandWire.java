package microgpt.protocol.step;

import microgpt.protocol.ByteReader;
import microgpt.protocol.ByteWriter;

/** The bytes of each {@link StepCommand}: how it is written, and below it how it is read. */
final class StepCommandWire implements StepCommand.Handler {
    private final ByteWriter out;

    StepCommandWire(ByteWriter out) {
        this.out = out;
    }

    static StepCommand decode(ByteReader in) {
        int tag = in.tag();
        return switch (tag) {
            case 1 -> load(in);
            case 2 -> new StepCommand.Forward();
            case 3 -> run(in);
            case 4 -> new StepCommand.Stop();
            case 5 -> tune(in);
            case 6 -> edit(in);
            case 7 -> new StepCommand.ShowWeights();
            case 8 -> draw(in);
            case 9 -> write(in);
            default -> throw new IllegalArgumentException("no command has the tag " + tag);
        };
    }

    @Override
    public void on(StepCommand.Load load) {
        out.tag(1)
                .text(load.lines())
                .int32(load.layers())
                .int32(load.heads())
                .int32(load.width())
                .int32(load.context())
                .int64(load.seed())
                .int32(load.steps())
                .real(load.learningRate());
    }

    private static StepCommand.Load load(ByteReader in) {
        return new StepCommand.Load(
                in.text(), in.int32(), in.int32(), in.int32(), in.int32(), in.int64(), in.int32(), in.real());
    }

    @Override
    public void on(StepCommand.Forward forward) {
        out.tag(2);
    }

    @Override
    public void on(StepCommand.Run run) {
        out.tag(3).real(run.stepsPerSecond());
    }

    private static StepCommand.Run run(ByteReader in) {
        return new StepCommand.Run(in.real());
    }

    @Override
    public void on(StepCommand.Stop stop) {
        out.tag(4);
    }

    @Override
    public void on(StepCommand.Tune tune) {
        out.tag(5).int32(tune.steps()).real(tune.learningRate());
    }

    private static StepCommand.Tune tune(ByteReader in) {
        return new StepCommand.Tune(in.int32(), in.real());
    }

    @Override
    public void on(StepCommand.Edit edit) {
        out.tag(6).int32(edit.parameter()).real(edit.weight());
    }

    private static StepCommand.Edit edit(ByteReader in) {
        return new StepCommand.Edit(in.int32(), in.real());
    }

    @Override
    public void on(StepCommand.ShowWeights showWeights) {
        out.tag(7);
    }

    @Override
    public void on(StepCommand.Draw draw) {
        out.tag(8).real(draw.temperature());
    }

    private static StepCommand.Draw draw(ByteReader in) {
        return new StepCommand.Draw(in.real());
    }

    @Override
    public void on(StepCommand.Write write) {
        out.tag(9).int32(write.count()).real(write.temperature());
    }

    private static StepCommand.Write write(ByteReader in) {
        return new StepCommand.Write(in.int32(), in.real());
    }
}
