package microgpt.protocol;

/**
 * Messages as bytes and back. Both ends come from the same build, so there is no versioning: bytes that are not a message
 * are refused with an {@link IllegalArgumentException} that says where.
 */
public final class Wire {
    private Wire() {}

    public static byte[] encode(Command command) {
        ByteWriter out = new ByteWriter();
        command.deliverTo(new CommandWire(out));
        return out.toArray();
    }

    public static Command decodeCommand(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(CommandWire.decode(in));
    }

    public static byte[] encode(Report report) {
        ByteWriter out = new ByteWriter();
        report.deliverTo(new ReportWire(out));
        return out.toArray();
    }

    public static Report decodeReport(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(ReportWire.decode(in));
    }

    public static byte[] encode(StepCommand command) {
        ByteWriter out = new ByteWriter();
        command.deliverTo(new StepCommandWire(out));
        return out.toArray();
    }

    public static StepCommand decodeStepCommand(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(StepCommandWire.decode(in));
    }

    public static byte[] encode(StepReport report) {
        ByteWriter out = new ByteWriter();
        report.deliverTo(new StepReportWire(out));
        return out.toArray();
    }

    public static StepReport decodeStepReport(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(StepReportWire.decode(in));
    }

    public static byte[] encode(TrainCommand command) {
        ByteWriter out = new ByteWriter();
        command.deliverTo(new TrainCommandWire(out));
        return out.toArray();
    }

    public static TrainCommand decodeTrainCommand(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(TrainCommandWire.decode(in));
    }

    public static byte[] encode(TrainReport report) {
        ByteWriter out = new ByteWriter();
        report.deliverTo(new TrainReportWire(out));
        return out.toArray();
    }

    public static TrainReport decodeTrainReport(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(TrainReportWire.decode(in));
    }
}
