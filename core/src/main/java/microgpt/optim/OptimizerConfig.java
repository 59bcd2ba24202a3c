package microgpt.optim;

import microgpt.compute.Backend;

/**
 * How weights move, in numbers; every one of them may change while a run runs.
 *
 * @param learningRate before the schedule's factor
 * @param beta1 what Adam's average of gradients keeps of its past; {@code beta2} likewise of squares
 * @param weightDecay ADAMW only
 * @param momentum SGD only
 * @param clip the longest gradient, as a global norm; 0 for no clipping
 * @param averageDecay what a moving average of weights keeps of its past with each update; 0 for no average
 */
public record OptimizerConfig(
        Kind kind,
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        double momentum,
        double clip,
        double averageDecay,
        Schedule schedule) {

    /** The rule. */
    public enum Kind {
        SGD,
        ADAM,
        ADAMW
    }

    public OptimizerConfig {
        check("learningRate", learningRate, learningRate >= 0 && learningRate <= 100, "from 0 to 100");
        check("beta1", beta1, beta1 >= 0 && beta1 < 1, "at least 0 and below 1");
        check("beta2", beta2, beta2 >= 0 && beta2 < 1, "at least 0 and below 1");
        check("epsilon", epsilon, epsilon > 0 && epsilon <= 1, "above 0 and at most 1");
        check("weightDecay", weightDecay, weightDecay >= 0 && weightDecay <= 10, "from 0 to 10");
        check("momentum", momentum, momentum >= 0 && momentum < 1, "at least 0 and below 1");
        check("clip", clip, clip >= 0 && clip <= 1e6, "from 0 to 1000000");
        check("averageDecay", averageDecay, averageDecay >= 0 && averageDecay < 1, "at least 0 and below 1");
        if (weightDecay > 0 && kind != Kind.ADAMW) {
            throw new IllegalArgumentException("weightDecay " + weightDecay + " needs kind ADAMW, but kind is " + kind);
        }
        if (momentum > 0 && kind != Kind.SGD) {
            throw new IllegalArgumentException("momentum " + momentum + " needs kind SGD, but kind is " + kind);
        }
    }

    private static void check(String name, double value, boolean good, String expected) {
        if (!good) {
            throw new IllegalArgumentException(name + " " + value + " must be " + expected);
        }
    }

    /** How many moments, each as large as the weights, the rule remembers. */
    public int moments() {
        return kind != Kind.SGD ? 2 : momentum > 0 ? 1 : 0;
    }

    /** How many times as much memory as the weights take is held for them, their gradients, and what moves them. */
    public int copies() {
        return 2 + moments() + (averageDecay > 0 ? 1 : 0);
    }

    /** The rule with these numbers. */
    public Optimizer optimizer(Backend on) {
        Adam adam = new Adam(on, beta1, beta2, epsilon);
        return switch (kind) {
            case SGD -> new Sgd(on, momentum);
            case ADAM -> adam;
            case ADAMW -> new AdamW(adam, weightDecay);
        };
    }
}
