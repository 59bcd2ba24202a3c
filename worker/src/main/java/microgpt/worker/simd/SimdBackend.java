package microgpt.worker.simd;

import static microgpt.worker.simd.LinearMemory.address;

import microgpt.compute.Activation;
import microgpt.compute.Backend;
import microgpt.compute.Memory;
import microgpt.compute.Operations;
import microgpt.compute.Tensor;
import microgpt.numeric.Nullable;

/**
 * The back end of SIMD kernels: it turns tensors into addresses, and calls. All of one machine share one memory; each gives
 * back what it allocated when released.
 */
public final class SimdBackend implements Operations {
    private static final int RELAXED = 2;
    /** The address of what is not there. */
    private static final int NONE = 0;

    private static boolean taken;

    private final RunMemory memory;

    private SimdBackend(RunMemory memory) {
        this.memory = memory;
    }

    /**
     * The SIMD back end of this browser, or null if it has none. It takes over the kernels' memory, so there is one.
     *
     * @throws IllegalStateException if it was asked for before
     */
    public static @Nullable Backend ofThisBrowser() {
        if (taken) {
            throw new IllegalStateException("the memory of the kernels was taken over before");
        }
        taken = true;
        if (Kernels.variant() == 0) {
            return null;
        }
        Arena arena = new Arena(Kernels.begin(), Kernels.pages() * Arena.PAGE, pages -> Kernels.grow(pages) >= 0);
        return new Backend(new SimdBackend(new RunMemory(arena)));
    }

    /** Which instructions it uses, in a sentence for the page. */
    public static String explanation() {
        return Kernels.variant() == RELAXED
                ? "this browser has relaxed SIMD, which multiplies and adds in one instruction; its last bit may"
                        + " differ between kinds of machines"
                : "this browser has SIMD, and computes the same bits on every machine";
    }

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public Operations forOneRun() {
        return new SimdBackend(new RunMemory(memory.arena()));
    }

    @Override
    public Operations forOnePart() {
        return new SimdBackend(memory.part());
    }

    @Override
    public void release() {
        memory.release();
    }

    @Override
    public Memory allocate(int floats) {
        return memory.allocate(floats);
    }

    @Override
    public void reserve(int rows, int positions, int headChannels) {
        memory.reserve(rows, positions, headChannels);
    }

    @Override
    public long memoryInUse() {
        return memory.arena().used();
    }

    @Override
    public long memoryBytes() {
        return memory.arena().size();
    }

    // ---- embedding

    @Override
    public void embed(Tensor out, Tensor wte, int[] tokens) {
        Kernels.embed(address(out), address(wte), memory.indices(tokens, out.rows()), out.rows(), out.cols());
    }

    @Override
    public void embedBackward(Tensor dwte, Tensor dout, int[] tokens) {
        Kernels.embedBackward(
                address(dwte), address(dout), memory.indices(tokens, dout.rows()), dout.rows(), dout.cols());
    }

    @Override
    public void addPositions(Tensor x, Tensor wpe, int batch) {
        Kernels.addPositions(address(x), address(wpe), batch, x.size() / batch);
    }

    @Override
    public void addPositionsBackward(Tensor dwpe, Tensor dx, int batch) {
        Kernels.addPositionsBackward(address(dwpe), address(dx), batch, dx.size() / batch);
    }

    // ---- norms

    @Override
    public void rmsNorm(Tensor out, Tensor rstd, Tensor x, @Nullable Tensor gain, float epsilon) {
        Kernels.rmsNorm(address(out), address(rstd), address(x), address(gain), x.rows(), x.cols(), epsilon);
    }

    @Override
    public void rmsNormBackward(
            Tensor dx, @Nullable Tensor dgain, Tensor dout, Tensor x, Tensor rstd, @Nullable Tensor gain) {
        Kernels.rmsNormBackward(
                address(dx), address(dout), address(x), address(rstd), address(gain), x.rows(), x.cols());
        if (dgain != null) {
            Kernels.normGainBackward(
                    address(dgain), address(dout), address(x), NONE, address(rstd), x.rows(), x.cols());
        }
    }

    @Override
    public void layerNorm(
            Tensor out,
            Tensor mean,
            Tensor rstd,
            Tensor x,
            @Nullable Tensor gain,
            @Nullable Tensor bias,
            float epsilon) {
        Kernels.layerNorm(
                address(out),
                address(mean),
                address(rstd),
                address(x),
                address(gain),
                address(bias),
                x.rows(),
                x.cols(),
                epsilon);
    }

    @Override
    public void layerNormBackward(
            Tensor dx,
            @Nullable Tensor dgain,
            @Nullable Tensor dbias,
            Tensor dout,
            Tensor x,
            Tensor mean,
            Tensor rstd,
            @Nullable Tensor gain) {
        int rows = x.rows();
        int channels = x.cols();
        Kernels.layerNormBackward(
                address(dx), address(dout), address(x), address(mean), address(rstd), address(gain), rows, channels);
        if (dgain != null) {
            Kernels.normGainBackward(
                    address(dgain), address(dout), address(x), address(mean), address(rstd), rows, channels);
        }
        if (dbias != null) {
            Kernels.linearBackwardBias(address(dbias), address(dout), rows, channels);
        }
    }

    // ---- linear

    @Override
    public void linear(Tensor out, Tensor x, Tensor weight, @Nullable Tensor bias) {
        Kernels.linear(
                address(out), address(x), address(weight), address(bias), x.rows(), weight.rows(), weight.cols());
    }

    @Override
    public void linearBackward(
            @Nullable Tensor dx, Tensor dweight, @Nullable Tensor dbias, Tensor dout, Tensor x, Tensor weight) {
        int rows = x.rows();
        int outputs = weight.rows();
        int inputs = weight.cols();
        if (dx != null) {
            Kernels.linearBackwardInput(address(dx), address(dout), address(weight), rows, outputs, inputs);
        }
        Kernels.linearBackwardWeight(address(dweight), address(dout), address(x), rows, outputs, inputs);
        if (dbias != null) {
            Kernels.linearBackwardBias(address(dbias), address(dout), rows, outputs);
        }
    }

    // ---- attention

    @Override
    public void attention(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias, int heads, int batch) {
        int positions = weights.cols();
        int channels = out.cols() / heads;
        int stride = relativeBias == null ? 0 : 4 * relativeBias.cols();
        Kernels.attention(
                address(qkv),
                address(weights),
                address(out),
                address(relativeBias),
                stride,
                heads,
                batch,
                positions,
                channels,
                memory.attentionScratch(positions, channels),
                NONE,
                NONE);
    }

    @Override
    public void attentionOfLast(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias, int heads) {
        int positions = weights.cols();
        int channels = out.cols() / heads;
        int stride = relativeBias == null ? 0 : 4 * relativeBias.cols();
        Kernels.attentionOfLast(
                address(qkv),
                address(weights),
                address(out),
                address(relativeBias),
                stride,
                heads,
                1,
                positions,
                channels,
                memory.attentionScratch(positions, channels),
                NONE,
                NONE);
    }

    @Override
    public void attentionBackward(
            Tensor dqkv,
            @Nullable Tensor drelativeBias,
            Tensor dweights,
            Tensor dout,
            Tensor weights,
            Tensor qkv,
            int heads,
            int batch) {
        int positions = weights.cols();
        int channels = dout.cols() / heads;
        int stride = drelativeBias == null ? 0 : 4 * drelativeBias.cols();
        Kernels.attentionBackward(
                address(qkv),
                address(weights),
                address(dout),
                address(drelativeBias),
                stride,
                heads,
                batch,
                positions,
                channels,
                memory.attentionScratch(positions, channels),
                address(dqkv),
                address(dweights));
    }

    // ---- chosen rows

    @Override
    public void dotRows(Tensor sums, Tensor weights, Tensor x, int[] rows) {
        int count = sums.rows();
        Kernels.dotRows(
                address(sums), address(weights), address(x), memory.indices(rows, count), count, weights.cols());
    }

    @Override
    public void addToRows(Tensor weights, Tensor steps, Tensor x, int[] rows) {
        int count = steps.rows();
        Kernels.addToRows(
                address(weights), address(steps), address(x), memory.indices(rows, count), count, weights.cols());
    }

    @Override
    public void putRows(Tensor weights, Tensor values, int[] rows) {
        int count = values.rows();
        Kernels.putRows(address(weights), address(values), memory.indices(rows, count), count, weights.cols());
    }

    // ---- elementwise

    @Override
    public void add(Tensor out, Tensor a, Tensor b) {
        Kernels.add(address(out), address(a), address(b), out.size());
    }

    @Override
    public void activate(Tensor out, Tensor x, Activation activation) {
        switch (activation) {
            case RELU -> Kernels.relu(address(out), address(x), x.size());
            case RELU_SQUARED -> Kernels.reluSquared(address(out), address(x), x.size());
            case GELU -> Kernels.gelu(address(out), address(x), x.size());
        }
    }

    @Override
    public void activateBackward(Tensor dx, Tensor dout, Tensor x, Activation activation) {
        switch (activation) {
            case RELU -> Kernels.reluBackward(address(dx), address(dout), address(x), x.size());
            case RELU_SQUARED -> Kernels.reluSquaredBackward(address(dx), address(dout), address(x), x.size());
            case GELU -> Kernels.geluBackward(address(dx), address(dout), address(x), x.size());
        }
    }

    // ---- loss

    @Override
    public void crossEntropy(Tensor losses, Tensor probs, Tensor logits, int[] targets) {
        int rows = logits.rows();
        Kernels.crossEntropy(
                address(losses), address(probs), address(logits), memory.indices(targets, rows), rows, logits.cols());
    }

    @Override
    public void crossEntropyBackward(Tensor dlogits, Tensor probs, int[] targets, float[] rowWeights) {
        int rows = probs.rows();
        int at = memory.indices(targets, rows);
        int weights = at + 4 * rows;
        for (int r = 0; r < rows; r++) {
            Kernels.poke(weights + 4 * r, rowWeights[r]);
        }
        Kernels.crossEntropyBackward(address(dlogits), address(probs), at, weights, rows, probs.cols());
    }

    // ---- whole allocations

    @Override
    public void fill(Tensor x, float value) {
        Kernels.fill(address(x), x.size(), value);
    }

    @Override
    public void scale(Tensor x, float factor) {
        Kernels.scale(address(x), x.size(), factor);
    }

    @Override
    public void copy(Tensor into, Tensor from) {
        Kernels.copy(address(into), address(from), into.size());
    }

    @Override
    public double sumOfSquares(Tensor x) {
        return Kernels.sumOfSquares(address(x), x.size());
    }

    @Override
    public void average(Tensor average, Tensor x, float decay) {
        Kernels.average(address(average), address(x), x.size(), decay);
    }

    @Override
    public void sgd(Tensor w, Tensor dw, @Nullable Tensor velocity, float learningRate, float momentum) {
        if (velocity == null) {
            Kernels.sgd(address(w), address(dw), w.size(), learningRate);
        } else {
            Kernels.sgdWithMomentum(address(w), address(dw), address(velocity), w.size(), learningRate, momentum);
        }
    }

    @Override
    public void adam(
            Tensor w,
            Tensor dw,
            Tensor m,
            Tensor v,
            AdamRule rule,
            float learningRate,
            float correction1,
            float correction2) {
        Kernels.adam(
                address(w),
                address(dw),
                address(m),
                address(v),
                w.size(),
                learningRate,
                rule.beta1(),
                rule.beta2(),
                rule.epsilon(),
                rule.weightDecay(),
                correction1,
                correction2);
    }
}
