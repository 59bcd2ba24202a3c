package microgpt.web.chart;

import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.lab.LabReport;

/** The parts of a transformer in the order in which a byte passes them, in rows, as its picture shows them. */
public final class ModelParts {
    private static final int BYTES = 256;

    private ModelParts() {}

    /** What a part is, and so how it is drawn. */
    public enum Kind {
        /** The newest bytes of the window. */
        TOKENS,
        /** One matrix. */
        MATRIX,
        /** Query, key and value, three matrices in one. */
        QKV,
        /** A bias for each head and distance. */
        BIAS,
        /** The attention of every head of a layer. */
        ATTENTION,
        /** The predicted probabilities of all bytes. */
        PROBABILITIES
    }

    /** A part: its name as in {@code model.Weights}, and the words beneath it. */
    public record Part(Kind kind, String name, String caption, int layer) {}

    /**
     * Parts that a byte passes one after the other. {@code stage} is the number of the residual stream that they leave, -1 if
     * they leave none; {@code layer} is -1 outside the blocks.
     */
    public record Row(String title, int layer, int stage, List<Part> parts) {}

    public static List<Row> of(LabReport.ModelShape shape) {
        List<Row> rows = new ArrayList<>();
        List<Part> in = new ArrayList<>();
        in.add(new Part(Kind.TOKENS, "", "bytes in", -1));
        in.add(new Part(Kind.MATRIX, "wte", "wte", -1));
        if (shape.position().equals("learned")) {
            in.add(new Part(Kind.MATRIX, "wpe", "wpe", -1));
        }
        rows.add(new Row("embedding", -1, 0, in));
        for (int layer = 0; layer < shape.layers(); layer++) {
            rows.add(attention(shape, layer));
            rows.add(mlp(shape, layer));
        }
        List<Part> out = new ArrayList<>();
        out.add(new Part(Kind.MATRIX, shape.tied() ? "wte" : "lmHead", shape.tied() ? "wte again" : "lmHead", -1));
        out.add(new Part(Kind.PROBABILITIES, "", "256 probabilities", -1));
        rows.add(new Row(norm(shape) + "head", -1, -1, out));
        return List.copyOf(rows);
    }

    private static Row attention(LabReport.ModelShape shape, int layer) {
        String block = block(layer);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Kind.QKV, block + "qkv", "qkv", layer));
        parts.add(new Part(
                Kind.ATTENTION, block + "attention", shape.heads() == 1 ? "1 head" : shape.heads() + " heads", layer));
        if (shape.position().equals("relative")) {
            parts.add(new Part(Kind.BIAS, block + "relativeBias", "bias", layer));
        }
        parts.add(new Part(Kind.MATRIX, block + "proj", "proj", layer));
        return new Row(norm(shape) + "attention", layer, 1 + 2 * layer, parts);
    }

    private static Row mlp(LabReport.ModelShape shape, int layer) {
        String block = block(layer);
        return new Row(
                norm(shape) + "MLP with " + activation(shape.activation()),
                layer,
                2 + 2 * layer,
                List.of(
                        new Part(Kind.MATRIX, block + "up", "up", layer),
                        new Part(Kind.MATRIX, block + "down", "down", layer)));
    }

    private static String block(int layer) {
        return "blocks." + layer + ".";
    }

    /** What comes in is normalized first. */
    private static String norm(LabReport.ModelShape shape) {
        return (shape.norm().equals("rms") ? "RMS norm" : "layer norm") + " › ";
    }

    /** Rows of a matrix that belong together, from {@code first} to before {@code end}, and what they are called. */
    public record Band(String name, int first, int end) {}

    /** The bands that can be told apart in a matrix of so many rows; none in most. */
    public static List<Band> bands(String name, int rows) {
        if (name.endsWith("qkv")) {
            int third = rows / 3;
            return List.of(
                    new Band("query", 0, third), new Band("key", third, 2 * third), new Band("value", 2 * third, rows));
        }
        return (name.equals("wte") || name.equals("lmHead")) && rows >= BYTES
                ? List.of(
                        new Band("digits", '0', '9' + 1),
                        new Band("capitals", 'A', 'Z' + 1),
                        new Band("lower case", 'a', 'z' + 1),
                        new Band("not ASCII", 0x80, BYTES))
                : List.of();
    }

    /** A name of recipes in the field's writing. */
    public static String activation(String name) {
        return switch (name) {
            case "relu" -> "ReLU";
            case "relu_squared" -> "squared ReLU";
            case "gelu" -> "GELU";
            default -> name;
        };
    }

    /**
     * How wide and how high a matrix is drawn, for a square of side 1 where it is one: the same area, within bounds that keep
     * the longest legible.
     */
    public static double[] size(int rows, int columns) {
        double ratio = Math.sqrt((double) rows / columns);
        double within = Math.max(0.7, Math.min(1.4, ratio));
        return new double[] {1 / within, within};
    }
}
