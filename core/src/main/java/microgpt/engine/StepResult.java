package microgpt.engine;

/** What the latest step did. There is one for all steps: read it before the next. */
public final class StepResult {
    private final float[] losses;
    long position;
    int count;
    boolean learned;
    int replayed;
    double rateFactor;

    StepResult(int most) {
        losses = new float[most];
    }

    /** Where in the stream the step began. */
    public long position() {
        return position;
    }

    /** How many bytes it predicted, and recorded. */
    public int count() {
        return count;
    }

    /** The loss of each byte in nats, recorded before anything was learned from it; the first {@link #count()} count. */
    public float[] losses() {
        return losses;
    }

    /** The mean loss, in nats. */
    public double meanLoss() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += losses[i];
        }
        return sum / count;
    }

    /** Whether weights were updated: false where selective backprop skipped. */
    public boolean learned() {
        return learned;
    }

    /** How many past windows joined the gradient. */
    public int replayed() {
        return replayed;
    }

    /** What the learning rate was multiplied with by the adaptive rate; 1 as a rule. */
    public double rateFactor() {
        return rateFactor;
    }
}
