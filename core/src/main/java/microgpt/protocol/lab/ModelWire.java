package microgpt.protocol.lab;

import microgpt.protocol.ByteReader;
import microgpt.protocol.ByteWriter;

/** The bytes of the reports that picture a model, and what it forgot: each way out, and the way in below it. */
final class ModelWire {
    private ModelWire() {}

    static void picture(ByteWriter out, LabReport.ModelPicture picture) {
        out.int32(picture.run())
                .int64(picture.position())
                .int64(picture.since())
                .with(picture.shape(), ModelWire::shape)
                .list(picture.matrices(), ModelWire::matrix)
                .with(picture.window(), ModelWire::window);
    }

    static LabReport picture(ByteReader in) {
        return new LabReport.ModelPicture(
                in.int32(), in.int64(), in.int64(), shape(in), in.list(ModelWire::matrix), window(in));
    }

    private static void shape(ByteWriter out, LabReport.ModelShape shape) {
        out.int32(shape.layers())
                .int32(shape.heads())
                .int32(shape.width())
                .int32(shape.mlp())
                .int32(shape.context())
                .int32(shape.inputs())
                .int32(shape.outputs())
                .text(shape.norm())
                .text(shape.activation())
                .text(shape.position())
                .bool(shape.tied());
    }

    private static LabReport.ModelShape shape(ByteReader in) {
        return new LabReport.ModelShape(
                in.int32(),
                in.int32(),
                in.int32(),
                in.int32(),
                in.int32(),
                in.int32(),
                in.int32(),
                in.text(),
                in.text(),
                in.text(),
                in.bool());
    }

    private static void matrix(ByteWriter out, LabReport.MatrixPicture matrix) {
        out.text(matrix.name())
                .int32(matrix.rows())
                .int32(matrix.columns())
                .int32(matrix.seenRows())
                .int32(matrix.seenColumns())
                .real(matrix.norm())
                .real(matrix.largest())
                .real(matrix.cellScale())
                .bytes(matrix.cells())
                .real(matrix.changeScale())
                .bytes(matrix.changes());
    }

    private static LabReport.MatrixPicture matrix(ByteReader in) {
        return new LabReport.MatrixPicture(
                in.text(),
                in.int32(),
                in.int32(),
                in.int32(),
                in.int32(),
                in.real(),
                in.real(),
                in.real(),
                in.bytes(),
                in.real(),
                in.bytes());
    }

    private static void window(ByteWriter out, LabReport.WindowPicture window) {
        out.list(window.tokens(), ByteWriter::int32)
                .int32(window.side())
                .bytes(window.attention())
                .int32(window.streamCells())
                .real(window.streamScale())
                .bytes(window.stream())
                .floats(window.probabilities());
    }

    private static LabReport.WindowPicture window(ByteReader in) {
        return new LabReport.WindowPicture(
                in.list(ByteReader::int32), in.int32(), in.bytes(), in.int32(), in.real(), in.bytes(), in.floats());
    }

    static void embedding(ByteWriter out, LabReport.EmbeddingMap map) {
        out.int32(map.run())
                .int64(map.position())
                .int32(map.columns())
                .bytes(map.seen())
                .floats(map.values());
    }

    static LabReport embedding(ByteReader in) {
        return new LabReport.EmbeddingMap(in.int32(), in.int64(), in.int32(), in.bytes(), in.floats());
    }

    static void forgetting(ByteWriter out, LabReport.Forgetting forgetting) {
        out.int32(forgetting.run())
                .list(forgetting.texts(), ByteWriter::text)
                .int32(forgetting.probeBytes())
                .list(forgetting.rows(), ModelWire::row)
                .text(forgetting.why());
    }

    static LabReport forgetting(ByteReader in) {
        return new LabReport.Forgetting(
                in.int32(), in.list(ByteReader::text), in.int32(), in.list(ModelWire::row), in.text());
    }

    private static void row(ByteWriter out, LabReport.ProbeRow row) {
        out.int32(row.phase())
                .int32(row.text())
                .int64(row.position())
                .bool(row.ended())
                .floats(row.bits());
    }

    private static LabReport.ProbeRow row(ByteReader in) {
        return new LabReport.ProbeRow(in.int32(), in.int32(), in.int64(), in.bool(), in.floats());
    }
}
