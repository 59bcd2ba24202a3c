package microgpt.names;

/** What one position computed. */
public final class PositionView {
    private final double[] embedding;
    private final double[][][] attention;
    private final double[][] hidden;

    PositionView(double[] embedding, double[][][] attention, double[][] hidden) {
        this.embedding = embedding;
        this.attention = attention;
        this.hidden = hidden;
    }

    /** What enters the first block. */
    public double[] embedding() {
        return embedding;
    }

    /** The attention by layer, head and position, up to this one. */
    public double[][][] attention() {
        return attention;
    }

    /** By layer, the hidden channels of the MLP before the ReLU. */
    public double[][] hidden() {
        return hidden;
    }
}
