package microgpt.compute;

import microgpt.numeric.Nullable;

/**
 * What a back end does on its machine: memory, and about 30 coarse operations on tensors. It checks no shapes: the model
 * sees it through a {@link Backend}, which has checked them.
 *
 * <p>Shapes: B sequences in a batch, T positions in each, R = B x T rows, C channels, H heads, V classes. Every backward
 * operation quotes the forward line it undoes; gradients of inputs and of weights are <em>added</em> ({@code +=}) to what
 * their tensors hold, so the caller zeroes them. An argument documented as optional may be null. {@link JavaBackend} is
 * the reference: slow, obvious, and right on every machine.
 */
public interface Operations {
    /** What to call this back end on the page, for example "java" or "simd". */
    String name();

    /** Allocates {@code floats} zeros, or throws {@link OutOfMemoryError} with the size that could not be had. */
    Memory allocate(int floats);

    /**
     * Makes room for what operations need besides tensors, so that none has to ask for memory: for {@code rows} rows, and
     * attention over {@code positions} by heads of {@code headChannels} channels.
     */
    default void reserve(int rows, int positions, int headChannels) {}

    /**
     * A back end on the same machine for one run, whose memory {@link #release} gives back whole; this one where memory is
     * collected anyway.
     */
    default Operations forOneRun() {
        return this;
    }

    /**
     * A back end on the same machine for a part of this run that may end before the run and begin anew: {@link #release}
     * gives back what was allocated there, at the latest that of the run.
     */
    default Operations forOnePart() {
        return this;
    }

    /** Gives back all memory allocated here. No tensor of it may be used afterwards. */
    default void release() {}

    /** The bytes that the runs on this machine hold of its memory; 0 where memory is collected anyway. */
    default long memoryInUse() {
        return 0;
    }

    /** The bytes that this machine has taken for all runs, in use or not; 0 where memory is collected anyway. */
    default long memoryBytes() {
        return 0;
    }

    // ---- embedding

    /** out[r] = wte[tokens[r]]. out (R,C), wte (V,C); the first R entries of {@code tokens} are read. */
    void embed(Tensor out, Tensor wte, int[] tokens);

    /** dwte[tokens[r]] += dout[r]. */
    void embedBackward(Tensor dwte, Tensor dout, int[] tokens);

    /** x[b,t] += wpe[t], in place. x (B*T,C), wpe (at least T rows, C). */
    void addPositions(Tensor x, Tensor wpe, int batch);

    /** dwpe[t] += sum over b of dx[b,t]. */
    void addPositionsBackward(Tensor dwpe, Tensor dx, int batch);

    // ---- norms

    /** out = x / sqrt(mean(x^2) + epsilon) * gain (Zhang and Sennrich 2019). rstd (R,1) is kept; gain (1,C) is optional. */
    void rmsNorm(Tensor out, Tensor rstd, Tensor x, @Nullable Tensor gain, float epsilon);

    /** Undoes {@code rmsNorm}: dx += ..., dgain += ... (dgain null exactly when gain is). */
    void rmsNormBackward(Tensor dx, @Nullable Tensor dgain, Tensor dout, Tensor x, Tensor rstd, @Nullable Tensor gain);

    /** out = (x - mean) * rstd * gain + bias (Ba et al. 2016). mean, rstd (R,1) are kept; gain, bias (1,C) are optional. */
    void layerNorm(
            Tensor out,
            Tensor mean,
            Tensor rstd,
            Tensor x,
            @Nullable Tensor gain,
            @Nullable Tensor bias,
            float epsilon);

    /** Undoes {@code layerNorm}; dgain, dbias null exactly when gain, bias are. */
    void layerNormBackward(
            Tensor dx,
            @Nullable Tensor dgain,
            @Nullable Tensor dbias,
            Tensor dout,
            Tensor x,
            Tensor mean,
            Tensor rstd,
            @Nullable Tensor gain);

    // ---- linear

    /** out = x W^T + bias. out (R,O), x (R,I), weight (O,I) as PyTorch stores it, bias (1,O) optional. */
    void linear(Tensor out, Tensor x, Tensor weight, @Nullable Tensor bias);

    /**
     * Undoes {@code linear}: dx += dout W, dweight += dout^T x, dbias += column sums of dout. dx is optional (null: not
     * wanted); dbias is null exactly when the layer has no bias.
     */
    void linearBackward(
            @Nullable Tensor dx, Tensor dweight, @Nullable Tensor dbias, Tensor dout, Tensor x, Tensor weight);

    // ---- attention

    /**
     * Causal multi-head attention (Vaswani et al. 2017). qkv (B*T,3C) holds each row's queries, keys, values, head h in
     * columns h*C/H of each third; weights (B*H*T,T) receives the softmax, zero above the diagonal; out (B*T,C). Scores
     * are q.k / sqrt(C/H), plus relativeBias[h, t-s] where relativeBias (H, at least T) is given (optional).
     */
    void attention(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias, int heads, int batch);

    /**
     * The last row of {@code attention} alone, for one sequence: all that a token costs whose predecessors' keys and values
     * are kept. out (1,C), weights (H,T), qkv (T,3C), relativeBias likewise.
     */
    void attentionOfLast(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias, int heads);

    /**
     * Undoes {@code attention}: dqkv += ..., drelativeBias += ... (null exactly when there is none). {@code dweights}, of
     * the shape of {@code weights}, is scratch.
     */
    void attentionBackward(
            Tensor dqkv,
            @Nullable Tensor drelativeBias,
            Tensor dweights,
            Tensor dout,
            Tensor weights,
            Tensor qkv,
            int heads,
            int batch);

    // ---- chosen rows: the weights of a mixer

    /**
     * sums[r] = weights[rows[r]] . x, to the same bits on every back end: product i is added to lane i mod 4, and the lanes
     * are added as (0 + 1) + (2 + 3). sums (R,1), x (1,C), C a multiple of 4, weights (V,C); the first R entries of
     * {@code rows} are read.
     */
    void dotRows(Tensor sums, Tensor weights, Tensor x, int[] rows);

    /** weights[rows[r]] += steps[r] x, one r after another, to the same bits on every back end. Shapes as for dotRows. */
    void addToRows(Tensor weights, Tensor steps, Tensor x, int[] rows);

    /** weights[rows[r]] = values[r]: undoes {@code embed}. values (R,C), weights (V,C). */
    void putRows(Tensor weights, Tensor values, int[] rows);

    // ---- elementwise

    /** out = a + b; out may be a or b. */
    void add(Tensor out, Tensor a, Tensor b);

    /** into += values. */
    default void accumulate(Tensor into, Tensor values) {
        add(into, into, values);
    }

    /** out = activation(x). */
    void activate(Tensor out, Tensor x, Activation activation);

    /** dx += dout * activation'(x). */
    void activateBackward(Tensor dx, Tensor dout, Tensor x, Activation activation);

    // ---- loss

    /**
     * losses[r] = -ln softmax(logits[r])[targets[r]] in nats; probs (R,V) receives the softmax and may be logits itself.
     * losses (R,1). A target below 0 means "no target": its loss is 0.
     */
    void crossEntropy(Tensor losses, Tensor probs, Tensor logits, int[] targets);

    /** dlogits[r] += rowWeights[r] * (probs[r] - onehot(targets[r])); dlogits may be probs itself, then it is replaced. */
    void crossEntropyBackward(Tensor dlogits, Tensor probs, int[] targets, float[] rowWeights);

    // ---- whole allocations: gradients, moments, weights

    /** Sets every value. */
    void fill(Tensor x, float value);

    /** x *= factor. */
    void scale(Tensor x, float factor);

    /** into = from. */
    void copy(Tensor into, Tensor from);

    /** The sum of squares, accumulated in an order fixed for this back end; not finite if any value is not. */
    double sumOfSquares(Tensor x);

    /** average = decay * average + (1 - decay) * x. */
    void average(Tensor average, Tensor x, float decay);

    /** velocity = momentum * velocity + dw; w -= learningRate * velocity. velocity is null when momentum is 0. */
    void sgd(Tensor w, Tensor dw, @Nullable Tensor velocity, float learningRate, float momentum);

    /**
     * Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019): m, v are the moments, the
     * corrections are 1 - beta^step, and w -= learningRate * (m / correction1 / (sqrt(v / correction2) + epsilon) + decay
     * * w).
     */
    void adam(
            Tensor w,
            Tensor dw,
            Tensor m,
            Tensor v,
            AdamRule rule,
            float learningRate,
            float correction1,
            float correction2);

    /** The numbers of Adam that stay from update to update, as the kernels use them. */
    record AdamRule(float beta1, float beta2, float epsilon, float weightDecay) {}
}
