package microgpt.model;

import microgpt.compute.Backend;
import microgpt.compute.Memory;
import microgpt.compute.Tensor;

/**
 * A decoder-only transformer (Vaswani et al. 2017, Radford et al. 2019) with every gradient derived by hand. It owns
 * activations and no weights: each call says which weights it reads. Shapes: B sequences, T positions, R = B*T rows, C
 * dModel, F dMlp, H heads, V outputs. Losses are in nats.
 */
public final class Gpt {
    private final ModelConfig config;
    private final Backend on;
    private final int maxBatch;
    private final Normalization norm;
    private final Memory activations;
    private final Memory gradients;
    /** By (batch - 1) * contextLength + length - 1; made when first needed, so that steps allocate nothing. */
    private final Pass[] passes;

    private final Rows rows;
    private Pass last;

    /** What one shape of window needs: activations and their gradients, in the memory that all shapes share. */
    private record Pass(Activations activations, ActivationGradients gradients) {}

    /** A model for up to {@code maxBatch} windows at a time. */
    public Gpt(ModelConfig config, Backend on, int maxBatch) {
        if (maxBatch < 1) {
            throw new IllegalArgumentException("maxBatch " + maxBatch + " must be at least 1");
        }
        this.config = config;
        this.on = on;
        this.maxBatch = maxBatch;
        norm = new Normalization(config, on);
        activations = Activations.allocate(config, on, maxBatch);
        gradients = ActivationGradients.allocate(config, on, maxBatch);
        passes = new Pass[maxBatch * config.contextLength()];
        on.reserve(passes.length, config.contextLength(), config.headSize());
        rows = new Rows(passes.length);
        last = pass(1, config.contextLength());
    }

    /** Floats that a model for {@code maxBatch} windows at a time holds for activations and their gradients. */
    public static long floatsFor(ModelConfig config, int maxBatch) {
        return Activations.floatsFor(config, maxBatch) + ActivationGradients.floatsFor(config, maxBatch);
    }

    public ModelConfig config() {
        return config;
    }

    public int maxBatch() {
        return maxBatch;
    }

    /** A reader of one text with {@code w}, on the same machine; it leaves the activations here alone. */
    public Decoder decoder(Weights w) {
        return new Decoder(config, on, w);
    }

    /** Floats of memory held for activations and their gradients. */
    public long memoryFloats() {
        return (long) activations.size() + gradients.size();
    }

    /** Everything the last forward pass computed. The next one of any shape overwrites it. */
    public Activations activations() {
        return last.activations();
    }

    /**
     * Computes logits for {@code batch} windows of {@code length} tokens each, one after the other in {@code input}.
     * {@code length} may be less than contextLength.
     */
    public void forward(Weights w, int[] input, int batch, int length) {
        read(input, batch, length);
        embed(w);
        for (int l = 0; l < config.nLayers(); l++) {
            block(w, l);
        }
        head(w);
    }

    /**
     * The same, then scores {@code expected} (-1: no target): {@code scores[r]} becomes the loss of row r, in nats, 0
     * without a target.
     *
     * @throws NonFiniteException if a loss is not finite
     */
    public void forward(Weights w, int[] input, int[] expected, float[] scores, int batch, int length) {
        forward(w, input, batch, length);
        expect(expected, scores);
        score(w, scores);
    }

    void embed(Weights w) {
        Activations a = last.activations();
        on.embed(a.embedded, w.wte, rows.tokens); //           (R,C)
        if (w.wpe != null) {
            on.addPositions(a.embedded, w.wpe, a.batch);
        }
        if (a.embeddingNorm != null) {
            norm.forward(a.embeddingNorm, a.embedded, null, null); //  (R,C)
        }
    }

    void block(Weights w, int layer) {
        Activations a = last.activations();
        block(w.blocks.get(layer), a.blocks.get(layer), a.blockInput(layer), a.batch); //  (R,C)
    }

    void head(Weights w) {
        Activations a = last.activations();
        if (a.finalNorm != null) {
            norm.forward(a.finalNorm, a.stream(), w.finalGain, w.finalBias); //  (R,C)
        }
        on.linear(a.logits, a.headInput(), w.lmHead, null); //                   (R,V)
    }

    void expect(int[] expected, float[] scores) {
        rows.expect(expected, config.outputSize());
        rows.require("losses", scores.length);
    }

    void score(Weights w, float[] scores) {
        Activations a = last.activations();
        on.crossEntropy(a.losses, a.probs, a.logits, rows.targets); //  (R,1)
        a.losses.memory().read(a.losses.offset(), scores, 0, a.losses.rows());
        for (int r = 0; r < a.losses.rows(); r++) {
            if (!Float.isFinite(scores[r])) {
                throw new NonFiniteException("the loss of row " + r, scores[r], NonFinite.find(this, w, null));
            }
        }
    }

    /** One block: x + attention(norm(x)), then x + mlp(norm(x)). */
    private void block(Weights.Block w, Activations.Block a, Tensor x, int batch) {
        norm.forward(a.norm1, x, w.norm1Gain, w.norm1Bias); //                                            (R,C)
        on.linear(a.qkv, a.norm1.out, w.qkv, w.qkvBias); //                                            (R,3C)
        on.attention(a.mixed, a.attention, a.qkv, w.relativeBias, config.nHeads(), batch); //          (R,C)
        on.linear(a.projected, a.mixed, w.proj, w.projBias); //                                        (R,C)
        on.add(a.residual1, x, a.projected); //                                                        (R,C)
        norm.forward(a.norm2, a.residual1, w.norm2Gain, w.norm2Bias); //                                  (R,C)
        on.linear(a.up, a.norm2.out, w.up, w.upBias); //                                               (R,F)
        on.activate(a.activated, a.up, config.activation()); //                                        (R,F)
        on.linear(a.down, a.activated, w.down, w.downBias); //                                         (R,C)
        on.add(a.residual2, a.residual1, a.down); //                                                   (R,C)
    }

    /**
     * Adds to {@code dw} the gradient of the sum over rows of {@code rowWeights[r] * losses[r]}, for the windows and
     * targets of the last forward pass, which must have read the same {@code w}. It adds: several passes can join one
     * update, and the caller zeroes.
     */
    public void backward(Weights w, Weights dw, float[] rowWeights) {
        headBackward(w, dw, rowWeights);
        for (int l = config.nLayers() - 1; l >= 0; l--) {
            blockBackward(w, dw, l);
        }
        embedBackward(dw);
    }

    void headBackward(Weights w, Weights dw, float[] rowWeights) {
        Activations a = last.activations();
        ActivationGradients d = last.gradients();
        rows.require("rowWeights", rowWeights.length);
        on.fill(d.top, 0);
        on.crossEntropyBackward(d.logits, a.probs, rows.targets, rowWeights); //  (R,V)
        Tensor x = a.headInput();
        Tensor dx = a.finalNorm == null ? d.stream : d.headInput;
        // logits = x lmHead^T
        on.linearBackward(dx, dw.lmHead, null, d.logits, x, w.lmHead); //    (R,C)
        if (a.finalNorm != null) {
            // x = norm(stream)
            norm.backward(d.stream, dw.finalGain, dw.finalBias, d.headInput, a.stream(), a.finalNorm, w.finalGain);
        }
    }

    void blockBackward(Weights w, Weights dw, int layer) {
        Activations a = last.activations();
        Tensor x = a.blockInput(layer);
        blockBackward(w.blocks.get(layer), dw.blocks.get(layer), a.blocks.get(layer), last.gradients(), x, a.batch);
    }

    void embedBackward(Weights dw) {
        Activations a = last.activations();
        ActivationGradients d = last.gradients();
        Tensor dEmbedded = d.stream;
        if (a.embeddingNorm != null) {
            // stream = norm(embedded)
            norm.backward(d.embedded, null, null, d.stream, a.embedded, a.embeddingNorm, null); //  (R,C)
            dEmbedded = d.embedded;
        }
        if (dw.wpe != null) {
            on.addPositionsBackward(dw.wpe, dEmbedded, a.batch); // embedded[b,t] += wpe[t]
        }
        on.embedBackward(dw.wte, dEmbedded, rows.tokens); // embedded[r] = wte[tokens[r]]
    }

    /** Undoes one block: {@code d.stream} holds the gradient of its output, and afterwards that of its input x. */
    private void blockBackward(
            Weights.Block w, Weights.Block dw, Activations.Block a, ActivationGradients d, Tensor x, int batch) {
        on.fill(d.block, 0);
        // residual2 = residual1 + down, so the gradient flows on in d.stream and into down;  down = activated down^T
        on.linearBackward(d.activated, dw.down, dw.downBias, d.stream, a.activated, w.down); //        (R,F)
        // activated = activation(up)
        on.activateBackward(d.up, d.activated, a.up, config.activation()); //                          (R,F)
        // up = norm2 up^T
        on.linearBackward(d.norm2, dw.up, dw.upBias, d.up, a.norm2.out, w.up); //                      (R,C)
        // norm2 = norm(residual1)
        norm.backward(d.stream, dw.norm2Gain, dw.norm2Bias, d.norm2, a.residual1, a.norm2, w.norm2Gain);
        // residual1 = x + projected, likewise;  projected = mixed proj^T
        on.linearBackward(d.mixed, dw.proj, dw.projBias, d.stream, a.mixed, w.proj); //                (R,C)
        // mixed, attention = attention(qkv)
        on.attentionBackward(
                d.qkv, dw.relativeBias, d.attention, d.mixed, a.attention, a.qkv, config.nHeads(), batch); //  (R,3C)
        // qkv = norm1 qkv^T
        on.linearBackward(d.norm1, dw.qkv, dw.qkvBias, d.qkv, a.norm1.out, w.qkv); //                  (R,C)
        // norm1 = norm(x)
        norm.backward(d.stream, dw.norm1Gain, dw.norm1Bias, d.norm1, x, a.norm1, w.norm1Gain); //  (R,C)
    }

    /** Takes the tokens of another pass, and the activations of its shape. */
    void read(int[] input, int batch, int length) {
        if (batch < 1 || batch > maxBatch) {
            throw new IllegalArgumentException("batch " + batch + " must be from 1 to " + maxBatch);
        }
        if (length < 1 || length > config.contextLength()) {
            throw new IllegalArgumentException(
                    "length " + length + " must be from 1 to contextLength " + config.contextLength());
        }
        rows.read(input, batch * length, config.vocabSize());
        last = pass(batch, length);
    }

    private Pass pass(int batch, int length) {
        int index = (batch - 1) * config.contextLength() + length - 1;
        Pass pass = passes[index];
        if (pass == null) {
            pass = new Pass(
                    new Activations(config, new Slices(activations), batch, length, maxBatch),
                    new ActivationGradients(config, new Slices(gradients), batch, length));
            passes[index] = pass;
        }
        return pass;
    }
}
