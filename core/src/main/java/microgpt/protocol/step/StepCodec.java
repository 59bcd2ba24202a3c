package microgpt.protocol.step;

import microgpt.protocol.ByteReader;
import microgpt.protocol.ByteWriter;
import microgpt.protocol.Codec;
import microgpt.protocol.Numbered;

/** The bytes of each {@link StepCommand} and each {@link StepReport}. */
public final class StepCodec implements Codec<StepCommand, StepReport> {
    @Override
    public byte[] encodeCommand(int number, StepCommand command) {
        ByteWriter out = new ByteWriter().int32(number);
        command.deliverTo(new StepCommandWire(out));
        return out.toArray();
    }

    @Override
    public Numbered<StepCommand> decodeCommand(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(new Numbered<>(in.int32(), StepCommandWire.decode(in)));
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
