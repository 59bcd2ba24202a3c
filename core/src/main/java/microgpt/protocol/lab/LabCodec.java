package microgpt.protocol.lab;

import microgpt.protocol.ByteReader;
import microgpt.protocol.ByteWriter;
import microgpt.protocol.Codec;
import microgpt.protocol.Numbered;

/** The bytes of each {@link LabCommand} and each {@link LabReport}. */
public final class LabCodec implements Codec<LabCommand, LabReport> {
    @Override
    public byte[] encodeCommand(int number, LabCommand command) {
        ByteWriter out = new ByteWriter().int32(number);
        command.deliverTo(new LabCommandWire(out));
        return out.toArray();
    }

    @Override
    public Numbered<LabCommand> decodeCommand(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(new Numbered<>(in.int32(), LabCommandWire.decode(in)));
    }

    @Override
    public byte[] encodeReport(LabReport report) {
        ByteWriter out = new ByteWriter();
        report.deliverTo(new LabReportWire(out));
        return out.toArray();
    }

    @Override
    public LabReport decodeReport(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(LabReportWire.decode(in));
    }
}
