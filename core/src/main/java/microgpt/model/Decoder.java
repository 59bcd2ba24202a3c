package microgpt.model;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.Tensor;
import microgpt.numeric.Nullable;

/**
 * A reader of one text, a token at a time, that keeps the keys and values of all it has read: a token costs one position,
 * where {@link Gpt#forward} computes a window. Its logits are those of the forward pass over the same tokens, with the Java
 * back end to the last bit. Shapes: T contextLength, n tokens read, C dModel, F dMlp, H heads, V outputs.
 */
public final class Decoder {
    private static final int[] NO_TARGET = {-1};

    private final ModelConfig config;
    private final Backend on;
    private final Weights w;
    private final Kept a;
    private final int[] token = new int[1];
    private final Tensor headInput; //  (1,C)
    private int length;

    /** Reads with {@code weights}; after any change of them, {@link #forget}. */
    public Decoder(ModelConfig config, Backend on, Weights weights) {
        this.config = config;
        this.on = on;
        w = weights;
        a = new Kept(config, new Slices(Slices.allocate(on, floatsFor(config))));
        headInput = config.finalNorm() ? a.normed : config.embeddingNorm() ? a.stream : a.embedded;
    }

    /** Floats that a decoder of this shape holds. */
    public static long floatsFor(ModelConfig config) {
        Slices measured = Slices.measuring();
        new Kept(config, measured);
        return measured.measured();
    }

    public ModelConfig config() {
        return config;
    }

    /** The number of tokens read. */
    public int length() {
        return length;
    }

    /** The logits (1,V) of the token after those read. */
    public Tensor logits() {
        if (length == 0) {
            throw new IllegalStateException("nothing was read yet: there is no token to expect");
        }
        return a.logits;
    }

    /** Copies the first {@code count} values of the distribution of the token after those read to {@code into}, from {@code at} on. */
    public void readProbs(float[] into, int at, int count) {
        on.crossEntropy(a.loss, a.probs, logits(), NO_TARGET);
        a.probs.memory().read(a.probs.offset(), into, at, count);
    }

    /** What the head read to expect it (1,C), as {@link Activations#headInput}. */
    public Tensor headInput() {
        if (length == 0) {
            throw new IllegalStateException("nothing was read yet: the head has no input");
        }
        return headInput;
    }

    /** Begins another text. */
    public void forget() {
        length = 0;
    }

    /** Reads one token more, of contextLength at most. */
    public void read(int next) {
        if (length == config.contextLength()) {
            throw new IllegalStateException("the window of " + length + " tokens is full: forget first");
        }
        token[0] = next;
        on.embed(a.embedded, w.wte, token); //                            (1,C)
        if (w.wpe != null) {
            on.add(a.embedded, a.embedded, w.wpe.row(length));
        }
        Tensor x = a.embedded;
        if (config.embeddingNorm()) {
            x = normalize(a.stream, x, null, null); //                    (1,C)
        }
        for (int l = 0; l < config.nLayers(); l++) {
            read(w.blocks.get(l), a.qkv.get(l), x);
        }
        if (config.finalNorm()) {
            x = normalize(a.normed, x, w.finalGain, w.finalBias); //      (1,C)
        }
        on.linear(a.logits, x, w.lmHead, null); //                       (1,V)
        length++;
    }

    /** One block, as in {@link Gpt}: x + attention(norm(x)), then x + mlp(norm(x)), all in x. */
    private void read(Weights.Block w, Tensor qkv, Tensor x) {
        Tensor seen = qkv.firstRows(length + 1);
        Tensor attention = new Tensor(a.attention.memory(), a.attention.offset(), config.nHeads(), length + 1);
        normalize(a.normed, x, w.norm1Gain, w.norm1Bias); //                                   (1,C)
        on.linear(qkv.row(length), a.normed, w.qkv, w.qkvBias); //                             (1,3C)
        on.attentionOfLast(a.mixed, attention, seen, w.relativeBias, config.nHeads()); //      (1,C)
        on.linear(a.added, a.mixed, w.proj, w.projBias); //                                    (1,C)
        on.accumulate(x, a.added); //                                                          (1,C)
        normalize(a.normed, x, w.norm2Gain, w.norm2Bias); //                                   (1,C)
        on.linear(a.up, a.normed, w.up, w.upBias); //                                          (1,F)
        on.activate(a.activated, a.up, config.activation()); //                                (1,F)
        on.linear(a.added, a.activated, w.down, w.downBias); //                                (1,C)
        on.accumulate(x, a.added); //                                                          (1,C)
    }

    private Tensor normalize(Tensor out, Tensor x, @Nullable Tensor gain, @Nullable Tensor bias) {
        if (config.norm() == Norm.LAYER) {
            on.layerNorm(out, a.mean, a.rstd, x, gain, bias, (float) config.normEpsilon());
        } else {
            on.rmsNorm(out, a.rstd, x, gain, (float) config.normEpsilon());
        }
        return out;
    }

    /** What stays of the tokens read, and room to compute one more. */
    private static final class Kept {
        final List<Tensor> qkv = new ArrayList<>(); //  (T,3C), by layer
        final Tensor attention; //                      (H,T)
        final Tensor embedded; //                       (1,C)
        final Tensor stream; //                         (1,C), where the embedding is normalized
        final Tensor normed; //                         (1,C)
        final Tensor mean; //                           (1,1)
        final Tensor rstd; //                           (1,1)
        final Tensor mixed; //                          (1,C)
        final Tensor added; //                          (1,C), what a part of a block adds to the stream
        final Tensor up; //                             (1,F)
        final Tensor activated; //                      (1,F)
        final Tensor logits; //                         (1,V)
        final Tensor probs; //                          (1,V)
        final Tensor loss; //                           (1,1), of no target

        Kept(ModelConfig config, Slices slices) {
            for (int l = 0; l < config.nLayers(); l++) {
                qkv.add(slices.next("blocks." + l + ".qkv", config.contextLength(), 3 * config.dModel()));
            }
            attention = slices.next("attention", config.nHeads(), config.contextLength());
            embedded = slices.next("embedded", 1, config.dModel());
            stream = slices.next("stream", 1, config.dModel());
            normed = slices.next("normed", 1, config.dModel());
            mean = slices.next("mean", 1, 1);
            rstd = slices.next("rstd", 1, 1);
            mixed = slices.next("mixed", 1, config.dModel());
            added = slices.next("added", 1, config.dModel());
            up = slices.next("up", 1, config.dMlp());
            activated = slices.next("activated", 1, config.dMlp());
            logits = slices.next("logits", 1, config.outputSize());
            probs = slices.next("probs", 1, config.outputSize());
            loss = slices.next("loss", 1, 1);
        }
    }
}
