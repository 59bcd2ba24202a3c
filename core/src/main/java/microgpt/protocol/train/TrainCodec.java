package microgpt.protocol.train;

import microgpt.protocol.ByteReader;
import microgpt.protocol.ByteWriter;
import microgpt.protocol.Codec;
import microgpt.protocol.Numbered;

/** The bytes of each {@link TrainCommand} and each {@link TrainReport}. */
public final class TrainCodec implements Codec<TrainCommand, TrainReport> {
    @Override
    public byte[] encodeCommand(int number, TrainCommand command) {
        ByteWriter out = new ByteWriter().int32(number);
        command.deliverTo(new TrainCommandWire(out));
        return out.toArray();
    }

    @Override
    public Numbered<TrainCommand> decodeCommand(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(new Numbered<>(in.int32(), TrainCommandWire.decode(in)));
    }

    @Override
    public byte[] encodeReport(TrainReport report) {
        ByteWriter out = new ByteWriter();
        report.deliverTo(new TrainReportWire(out));
        return out.toArray();
    }

    @Override
    public TrainReport decodeReport(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return in.whole(TrainReportWire.decode(in));
    }
}
