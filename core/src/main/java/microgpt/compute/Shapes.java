package microgpt.compute;

import microgpt.numeric.Nullable;

/** The checks of {@link Backend}: tensors have the shapes an operation needs; null is what is not there and passes. */
final class Shapes {
    private Shapes() {}

    /** Refuses a tensor that is not {@code rows} x {@code cols}; {@code what} names it in the message. */
    static void require(String what, @Nullable Tensor tensor, int rows, int cols) {
        if (tensor != null && (tensor.rows() != rows || tensor.cols() != cols)) {
            throw new IllegalArgumentException(
                    what + " is " + tensor.rows() + " x " + tensor.cols() + ", expected " + rows + " x " + cols);
        }
    }

    /** Refuses a tensor of another shape than {@code model}. */
    static void requireLike(String what, @Nullable Tensor tensor, Tensor model) {
        require(what, tensor, model.rows(), model.cols());
    }

    /** Refuses a tensor of another number of floats than {@code model}. */
    static void requireSize(String what, @Nullable Tensor tensor, Tensor model) {
        if (tensor != null && tensor.size() != model.size()) {
            throw new IllegalArgumentException(what + " has " + tensor.size() + " floats, expected " + model.size());
        }
    }

    /** Refuses an array that is too short. */
    static void requireLength(String what, int length, int expected) {
        if (length < expected) {
            throw new IllegalArgumentException(what + " has " + length + " entries, expected " + expected);
        }
    }

    /** Refuses fewer than {@code count} indices, and any of them that is not in {@code from} ... {@code limit} - 1. */
    static void requireIndices(String what, int[] indices, int count, int from, int limit) {
        requireLength(what, indices.length, count);
        for (int i = 0; i < count; i++) {
            if (indices[i] < from) {
                throw new IllegalArgumentException(
                        what + "[" + i + "] is " + indices[i] + ", expected at least " + from);
            }
            if (indices[i] >= limit) {
                throw new IllegalArgumentException(what + "[" + i + "] is " + indices[i] + ", expected below " + limit);
            }
        }
    }

    /** Refuses an x whose rows are no {@code batch} sequences, and a wpe with no row for each position or of another width. */
    static void requirePositions(String what, Tensor wpe, Tensor x, int batch) {
        int positions = positions(x, batch);
        if (wpe.rows() < positions || wpe.cols() != x.cols()) {
            throw new IllegalArgumentException(what + " is " + wpe.rows() + " x " + wpe.cols() + ", expected at least "
                    + positions + " x " + x.cols());
        }
    }

    /** Refuses shapes that {@link Operations#attention} cannot mean; {@code what} names the bias. */
    static void requireAttention(
            Tensor out, Tensor weights, Tensor qkv, String what, @Nullable Tensor bias, int heads, int batch) {
        int positions = positions(out, batch);
        requireHeads(out, what, bias, heads, positions);
        require("qkv", qkv, out.rows(), 3 * out.cols());
        require("weights", weights, batch * heads * positions, positions);
    }

    /** Refuses shapes that {@link Operations#attentionOfLast} cannot mean. */
    static void requireAttentionOfLast(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor bias, int heads) {
        int positions = qkv.rows();
        requireHeads(out, "relativeBias", bias, heads, positions);
        require("out", out, 1, out.cols());
        require("qkv", qkv, positions, 3 * out.cols());
        require("weights", weights, heads, positions);
    }

    /** Refuses shapes that {@link Operations#dotRows} cannot mean; {@code what} names the numbers, one for each row. */
    static void requireChosenRows(String what, Tensor numbers, Tensor weights, Tensor x, int[] rows) {
        if (weights.cols() % ChosenRows.LANES != 0) {
            throw new IllegalArgumentException(
                    "weights have " + weights.cols() + " columns, expected a multiple of " + ChosenRows.LANES);
        }
        require(what, numbers, numbers.rows(), 1);
        require("x", x, 1, weights.cols());
        requireIndices("rows", rows, numbers.rows(), 0, weights.rows());
    }

    private static int positions(Tensor x, int batch) {
        if (batch <= 0 || x.rows() % batch != 0) {
            throw new IllegalArgumentException(x.rows() + " rows do not divide into " + batch + " sequences");
        }
        return x.rows() / batch;
    }

    private static void requireHeads(Tensor out, String what, @Nullable Tensor bias, int heads, int positions) {
        if (heads <= 0 || out.cols() % heads != 0) {
            throw new IllegalArgumentException(out.cols() + " channels do not divide into " + heads + " heads");
        }
        if (bias != null && (bias.rows() != heads || bias.cols() < positions)) {
            throw new IllegalArgumentException(what + " is " + bias.rows() + " x " + bias.cols() + ", expected " + heads
                    + " x at least " + positions);
        }
    }
}
