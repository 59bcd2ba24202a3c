package microgpt.protocol;

/** The bytes of each {@link Command}: how it is written, and below it how it is read. */
final class CommandWire implements Command.Handler {
    private final ByteWriter out;

    CommandWire(ByteWriter out) {
        this.out = out;
    }

    static Command decode(ByteReader in) {
        int tag = in.tag();
        return switch (tag) {
            case 1 -> start(in);
            case 2 -> append(in);
            case 3 -> type(in);
            case 4 -> new Command.Run();
            case 5 -> new Command.Pause();
            case 6 -> new Command.Step();
            case 7 -> speed(in);
            case 8 -> tune(in);
            case 9 -> sample(in);
            case 10 -> watch(in);
            case 11 -> new Command.CancelLoading();
            case 12 -> new Command.SelfTest();
            default -> throw new IllegalArgumentException("no command has the tag " + tag);
        };
    }

    @Override
    public void on(Command.Start start) {
        out.tag(1).text(start.recipe()).with(start.source(), SourceWire::write);
    }

    private static Command start(ByteReader in) {
        return new Command.Start(in.text(), SourceWire.read(in));
    }

    @Override
    public void on(Command.Append append) {
        out.tag(2).bytes(append.piece()).bool(append.last());
    }

    private static Command append(ByteReader in) {
        return new Command.Append(in.bytes(), in.bool());
    }

    @Override
    public void on(Command.Type type) {
        out.tag(3).bytes(type.keys());
    }

    private static Command type(ByteReader in) {
        return new Command.Type(in.bytes());
    }

    @Override
    public void on(Command.Run run) {
        out.tag(4);
    }

    @Override
    public void on(Command.Pause pause) {
        out.tag(5);
    }

    @Override
    public void on(Command.Step step) {
        out.tag(6);
    }

    @Override
    public void on(Command.Speed speed) {
        out.tag(7).real(speed.stepsPerSecond());
    }

    private static Command speed(ByteReader in) {
        return new Command.Speed(in.real());
    }

    @Override
    public void on(Command.Tune tune) {
        out.tag(8).text(tune.recipe());
    }

    private static Command tune(ByteReader in) {
        return new Command.Tune(in.text());
    }

    @Override
    public void on(Command.Sample sample) {
        out.tag(9)
                .int32(sample.id())
                .bytes(sample.prompt())
                .real(sample.temperature())
                .int32(sample.topK())
                .real(sample.topP())
                .int32(sample.length())
                .int64(sample.seed());
    }

    private static Command sample(ByteReader in) {
        return new Command.Sample(in.int32(), in.bytes(), in.real(), in.int32(), in.real(), in.int32(), in.int64());
    }

    @Override
    public void on(Command.Watch watch) {
        out.tag(10).bool(watch.attention()).bool(watch.nextByte());
    }

    private static Command watch(ByteReader in) {
        return new Command.Watch(in.bool(), in.bool());
    }

    @Override
    public void on(Command.CancelLoading cancelLoading) {
        out.tag(11);
    }

    @Override
    public void on(Command.SelfTest selfTest) {
        out.tag(12);
    }
}
