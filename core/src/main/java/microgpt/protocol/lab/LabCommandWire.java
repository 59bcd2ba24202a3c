package microgpt.protocol.lab;

import microgpt.protocol.ByteReader;
import microgpt.protocol.ByteWriter;
import microgpt.protocol.SourceWire;

/** The bytes of each {@link LabCommand}: how it is written, and below it how it is read. */
final class LabCommandWire implements LabCommand.Handler {
    private final ByteWriter out;

    LabCommandWire(ByteWriter out) {
        this.out = out;
    }

    static LabCommand decode(ByteReader in) {
        int tag = in.tag();
        return switch (tag) {
            case 1 -> start(in);
            case 2 -> append(in);
            case 3 -> type(in);
            case 4 -> new LabCommand.Run();
            case 5 -> new LabCommand.Pause();
            case 6 -> new LabCommand.Step();
            case 7 -> speed(in);
            case 8 -> tune(in);
            case 9 -> sample(in);
            case 10 -> watch(in);
            case 11 -> new LabCommand.CancelLoading();
            case 12 -> new LabCommand.SelfTest();
            case 13 -> new LabCommand.Encode();
            case 14 -> new LabCommand.Decode(in.bytes());
            case 15 -> new LabCommand.StopCoding();
            case 16 -> new LabCommand.GoBack();
            case 40 -> new LabCommand.Describe();
            case 58 -> new LabCommand.ReadOn();
            case 50 -> new LabCommand.Suppose(in.int32(), in.bytes(), in.int32());
            case 51 -> new LabCommand.Predict(in.int32());
            case 52 -> new LabCommand.Insert(in.bytes());
            case 54 -> new LabCommand.RunTo(in.int64());
            case 42 -> new LabCommand.Travel(in.int32(), in.int32(), in.int64());
            case 46 -> new LabCommand.WatchModel(in.bool(), in.bool(), in.text());
            case 47 -> new LabCommand.WatchForgetting(in.bool());
            default -> throw new IllegalArgumentException("no command has the tag " + tag);
        };
    }

    @Override
    public void on(LabCommand.Start start) {
        out.tag(1).text(start.recipe()).with(start.source(), SourceWire::write);
    }

    private static LabCommand start(ByteReader in) {
        return new LabCommand.Start(in.text(), SourceWire.read(in));
    }

    @Override
    public void on(LabCommand.Append append) {
        out.tag(2).int32(append.run()).bytes(append.piece()).bool(append.last());
    }

    private static LabCommand append(ByteReader in) {
        return new LabCommand.Append(in.int32(), in.bytes(), in.bool());
    }

    @Override
    public void on(LabCommand.Type type) {
        out.tag(3).bytes(type.keys());
    }

    private static LabCommand type(ByteReader in) {
        return new LabCommand.Type(in.bytes());
    }

    @Override
    public void on(LabCommand.Run run) {
        out.tag(4);
    }

    @Override
    public void on(LabCommand.Pause pause) {
        out.tag(5);
    }

    @Override
    public void on(LabCommand.Step step) {
        out.tag(6);
    }

    @Override
    public void on(LabCommand.Speed speed) {
        out.tag(7).real(speed.stepsPerSecond());
    }

    private static LabCommand speed(ByteReader in) {
        return new LabCommand.Speed(in.real());
    }

    @Override
    public void on(LabCommand.Tune tune) {
        out.tag(8).text(tune.recipe());
    }

    private static LabCommand tune(ByteReader in) {
        return new LabCommand.Tune(in.text());
    }

    @Override
    public void on(LabCommand.GoBack goBack) {
        out.tag(16);
    }

    @Override
    public void on(LabCommand.Sample sample) {
        out.tag(9)
                .int32(sample.id())
                .bytes(sample.prompt())
                .real(sample.temperature())
                .int32(sample.topK())
                .real(sample.topP())
                .int32(sample.length())
                .int64(sample.seed());
    }

    private static LabCommand sample(ByteReader in) {
        return new LabCommand.Sample(in.int32(), in.bytes(), in.real(), in.int32(), in.real(), in.int32(), in.int64());
    }

    @Override
    public void on(LabCommand.Watch watch) {
        out.tag(10).bool(watch.attention()).bool(watch.nextByte());
    }

    private static LabCommand watch(ByteReader in) {
        return new LabCommand.Watch(in.bool(), in.bool());
    }

    @Override
    public void on(LabCommand.CancelLoading cancelLoading) {
        out.tag(11);
    }

    @Override
    public void on(LabCommand.SelfTest selfTest) {
        out.tag(12);
    }

    @Override
    public void on(LabCommand.Encode encode) {
        out.tag(13);
    }

    @Override
    public void on(LabCommand.Decode decode) {
        out.tag(14).bytes(decode.file());
    }

    @Override
    public void on(LabCommand.StopCoding stop) {
        out.tag(15);
    }

    @Override
    public void on(LabCommand.Describe describe) {
        out.tag(40);
    }

    @Override
    public void on(LabCommand.ReadOn readOn) {
        out.tag(58);
    }

    @Override
    public void on(LabCommand.Suppose suppose) {
        out.tag(50).int32(suppose.id()).bytes(suppose.text()).int32(suppose.from());
    }

    @Override
    public void on(LabCommand.Predict predict) {
        out.tag(51).int32(predict.ahead());
    }

    @Override
    public void on(LabCommand.Insert insert) {
        out.tag(52).bytes(insert.text());
    }

    @Override
    public void on(LabCommand.RunTo runTo) {
        out.tag(54).int64(runTo.position());
    }

    @Override
    public void on(LabCommand.Travel travel) {
        out.tag(42).int32(travel.run()).int32(travel.course()).int64(travel.position());
    }

    @Override
    public void on(LabCommand.WatchModel watch) {
        out.tag(46).bool(watch.diagram()).bool(watch.embedding()).text(watch.opened());
    }

    @Override
    public void on(LabCommand.WatchForgetting watch) {
        out.tag(47).bool(watch.on());
    }
}
