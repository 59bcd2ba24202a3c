package microgpt.protocol.step;

import microgpt.protocol.ByteReader;
import microgpt.protocol.ByteWriter;
import microgpt.protocol.Codec;

/** The bytes of each {@link StepCommand} and each {@link StepReport}. */
public final class StepCodec implements Codec<StepCommand, StepReport> {
    @Override
    public byte[] encodeCommand(StepCommand command) {
        ByteWriter out = new ByteWriter();
        command.deliverTo(new StepCommandWire(out));
        return out.toArray();
    }

    @Override
    public StepCommand decodeCommand(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(StepCommandWire.decode(in));
    }

    @Override
    public byte[] encodeReport(StepReport report) {
        ByteWriter out = new ByteWriter();
        report.deliverTo(new StepReportWire(out));
        return out.toArray();
    }

    @Override
    public StepReport decodeReport(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(StepReportWire.decode(in));
    }
}
