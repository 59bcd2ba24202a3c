package microgpt.protocol.lab;

import microgpt.protocol.ByteReader;
import microgpt.protocol.ByteWriter;
import microgpt.protocol.Codec;

/** The bytes of each {@link LabCommand} and each {@link LabReport}. */
public final class LabCodec implements Codec<LabCommand, LabReport> {
    @Override
    public byte[] encodeCommand(LabCommand command) {
        ByteWriter out = new ByteWriter();
        command.deliverTo(new LabCommandWire(out));
        return out.toArray();
    }

    @Override
    public LabCommand decodeCommand(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(LabCommandWire.decode(in));
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
