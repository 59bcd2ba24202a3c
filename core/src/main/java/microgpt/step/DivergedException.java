package microgpt.step;

/** A step that was not taken, because its loss or one of its gradients is not finite: the weights are as before it. */
public final class DivergedException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    private final int step;
    private final double loss;
    private final double learningRate;

    /** @param learningRate that of the first step, from which it falls */
    DivergedException(int step, double loss, double learningRate) {
        super("the loss of step " + step + " is " + loss
                + (Double.isFinite(loss) ? ", its gradients are not finite" : "") + "; the learning rate is "
                + learningRate);
        this.step = step;
        this.loss = loss;
        this.learningRate = learningRate;
    }

    public int step() {
        return step;
    }

    public double loss() {
        return loss;
    }

    public double learningRate() {
        return learningRate;
    }
}
