package microgpt.model;

import microgpt.numeric.Nullable;

/**
 * A pass of a {@link Gpt} forward and back over some windows, a block at a time, so that whoever trains a large model can
 * listen in between. The operations are those of the whole pass in the same order: the results are the same to the last bit.
 */
public final class PassInParts {
    private final Gpt gpt;
    private final int layers;
    private @Nullable Weights weights;
    private @Nullable Weights gradients;
    private float[] scores = {};
    private float[] rowWeights = {};
    private int done;

    public PassInParts(Gpt gpt) {
        this.gpt = gpt;
        layers = gpt.config().nLayers();
    }

    /**
     * Begins a pass, and forgets one under way: {@link Gpt#forward(Weights, int[], int[], float[], int, int)}, then {@link
     * Gpt#backward}, with the same arguments. Without {@code dw} it ends before the way back. Until it is done, the weights
     * must stay as they are, and nobody else may use the model.
     */
    public void begin(
            Weights w,
            @Nullable Weights dw,
            int[] input,
            int[] expected,
            float[] scores,
            float[] rowWeights,
            int batch,
            int length) {
        gpt.read(input, batch, length);
        gpt.expect(expected, scores);
        weights = w;
        gradients = dw;
        this.scores = scores;
        this.rowWeights = rowWeights;
        done = 0;
    }

    /** Whether a pass was begun and is not done. */
    public boolean isUnderWay() {
        return weights != null;
    }

    /** Forgets the pass under way, if there is one. */
    public void abandon() {
        weights = null;
        gradients = null;
    }

    /**
     * Does the next part of the pass under way.
     *
     * @return whether it was the last
     * @throws NonFiniteException if a loss is not finite
     */
    public boolean advance() {
        Weights w = weights;
        Weights dw = gradients;
        if (w == null) {
            throw new IllegalStateException("no pass is under way");
        }
        int part = done++;
        int half = layers + 2;
        if (part < half) {
            forward(w, part);
        } else if (dw != null) {
            backward(w, dw, 2 * half - 1 - part);
        }
        boolean last = done == (dw == null ? half : 2 * half);
        if (last) {
            abandon();
        }
        return last;
    }

    /** Part 0 is what is below the blocks, the last one what is above them. */
    private void forward(Weights w, int part) {
        if (part == 0) {
            gpt.embed(w);
        } else if (part <= layers) {
            gpt.block(w, part - 1);
        } else {
            gpt.head(w);
            gpt.score(w, scores);
        }
    }

    private void backward(Weights w, Weights dw, int part) {
        if (part > layers) {
            gpt.headBackward(w, dw, rowWeights);
        } else if (part > 0) {
            gpt.blockBackward(w, dw, part - 1);
        } else {
            gpt.embedBackward(dw);
        }
    }
}
