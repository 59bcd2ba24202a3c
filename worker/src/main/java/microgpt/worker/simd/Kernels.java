package microgpt.worker.simd;

import org.teavm.interop.Import;

/**
 * The exports of the kernel module, linked in by {@code worker.js}; a call costs a few nanoseconds. Pointers are byte
 * addresses in the module's memory, 0 for what is not there; counts are in rows and floats. Nothing is checked here.
 */
final class Kernels {
    private Kernels() {}

    // ---- the module and its memory

    /** 0: this browser has no SIMD and every other function is a stand-in; 1: plain; 2: relaxed. */
    @Import(module = "kernels", name = "variant")
    static native int variant();

    /** The first address that is not the kernels' own. */
    @Import(module = "kernels", name = "begin")
    static native int begin();

    /** The size of the memory, in pages of 64 KB. */
    @Import(module = "kernels", name = "pages")
    static native int pages();

    /** Grows the memory by pages; -1 if they cannot be had. */
    @Import(module = "kernels", name = "grow")
    static native int grow(int pages);

    @Import(module = "kernels", name = "peek")
    static native float peek(int address);

    @Import(module = "kernels", name = "poke")
    static native void poke(int address, float value);

    /** Four floats, one behind the other. */
    @Import(module = "kernels", name = "pokeFour")
    static native void pokeFour(int address, float first, float second, float third, float fourth);

    @Import(module = "kernels", name = "pokeInt")
    static native void pokeInt(int address, int value);

    @Import(module = "kernels", name = "zero")
    static native void zero(int address, int bytes);

    /** 768 floating-point operations on registers per iteration. */
    @Import(module = "kernels", name = "peak")
    static native float peak(int iterations);

    // ---- embedding

    @Import(module = "kernels", name = "embed")
    static native void embed(int out, int wte, int tokens, int rows, int channels);

    @Import(module = "kernels", name = "embedBackward")
    static native void embedBackward(int dwte, int dout, int tokens, int rows, int channels);

    @Import(module = "kernels", name = "addPositions")
    static native void addPositions(int x, int wpe, int batch, int count);

    @Import(module = "kernels", name = "addPositionsBackward")
    static native void addPositionsBackward(int dwpe, int dx, int batch, int count);

    // ---- norms

    @Import(module = "kernels", name = "rmsNorm")
    static native void rmsNorm(int out, int rstd, int x, int gain, int rows, int channels, float epsilon);

    @Import(module = "kernels", name = "rmsNormBackward")
    static native void rmsNormBackward(int dx, int dout, int x, int rstd, int gain, int rows, int channels);

    @Import(module = "kernels", name = "layerNorm")
    static native void layerNorm(
            int out, int mean, int rstd, int x, int gain, int bias, int rows, int channels, float epsilon);

    @Import(module = "kernels", name = "layerNormBackward")
    static native void layerNormBackward(int dx, int dout, int x, int mean, int rstd, int gain, int rows, int channels);

    @Import(module = "kernels", name = "normGainBackward")
    static native void normGainBackward(int dgain, int dout, int x, int mean, int rstd, int rows, int channels);

    // ---- linear

    @Import(module = "kernels", name = "linear")
    static native void linear(int out, int x, int weight, int bias, int rows, int outputs, int inputs);

    @Import(module = "kernels", name = "linearBackwardInput")
    static native void linearBackwardInput(int dx, int dout, int weight, int rows, int outputs, int inputs);

    @Import(module = "kernels", name = "linearBackwardWeight")
    static native void linearBackwardWeight(int dweight, int dout, int x, int rows, int outputs, int inputs);

    @Import(module = "kernels", name = "linearBackwardBias")
    static native void linearBackwardBias(int dbias, int dout, int rows, int outputs);

    // ---- attention

    /** The bytes of scratch that attention needs. */
    @Import(module = "kernels", name = "attentionScratch")
    static native int attentionScratch(int positions, int headChannels);

    @Import(module = "kernels", name = "attention")
    static native void attention(
            int qkv,
            int weights,
            int out,
            int bias,
            int biasStride,
            int heads,
            int batch,
            int positions,
            int headChannels,
            int scratch,
            int noDqkv,
            int noDweights);

    @Import(module = "kernels", name = "attentionOfLast")
    static native void attentionOfLast(
            int qkv,
            int weights,
            int out,
            int bias,
            int biasStride,
            int heads,
            int batch,
            int positions,
            int headChannels,
            int scratch,
            int noDqkv,
            int noDweights);

    @Import(module = "kernels", name = "attentionBackward")
    static native void attentionBackward(
            int qkv,
            int weights,
            int dout,
            int dbias,
            int biasStride,
            int heads,
            int batch,
            int positions,
            int headChannels,
            int scratch,
            int dqkv,
            int dweights);

    // ---- chosen rows

    @Import(module = "kernels", name = "dotRows")
    static native void dotRows(int sums, int weights, int x, int rows, int count, int channels);

    @Import(module = "kernels", name = "addToRows")
    static native void addToRows(int weights, int steps, int x, int rows, int count, int channels);

    @Import(module = "kernels", name = "putRows")
    static native void putRows(int weights, int values, int rows, int count, int channels);

    // ---- elementwise

    @Import(module = "kernels", name = "add")
    static native void add(int out, int a, int b, int count);

    @Import(module = "kernels", name = "relu")
    static native void relu(int out, int x, int count);

    @Import(module = "kernels", name = "reluSquared")
    static native void reluSquared(int out, int x, int count);

    @Import(module = "kernels", name = "gelu")
    static native void gelu(int out, int x, int count);

    @Import(module = "kernels", name = "reluBackward")
    static native void reluBackward(int dx, int dout, int x, int count);

    @Import(module = "kernels", name = "reluSquaredBackward")
    static native void reluSquaredBackward(int dx, int dout, int x, int count);

    @Import(module = "kernels", name = "geluBackward")
    static native void geluBackward(int dx, int dout, int x, int count);

    // ---- loss

    @Import(module = "kernels", name = "crossEntropy")
    static native void crossEntropy(int losses, int probs, int logits, int targets, int rows, int classes);

    @Import(module = "kernels", name = "crossEntropyBackward")
    static native void crossEntropyBackward(int dlogits, int probs, int targets, int rowWeights, int rows, int classes);

    // ---- whole allocations

    @Import(module = "kernels", name = "fill")
    static native void fill(int x, int count, float value);

    @Import(module = "kernels", name = "copy")
    static native void copy(int into, int from, int count);

    @Import(module = "kernels", name = "scale")
    static native void scale(int x, int count, float factor);

    @Import(module = "kernels", name = "average")
    static native void average(int average, int x, int count, float decay);

    @Import(module = "kernels", name = "sumOfSquares")
    static native double sumOfSquares(int x, int count);

    @Import(module = "kernels", name = "sgd")
    static native void sgd(int w, int dw, int count, float learningRate);

    @Import(module = "kernels", name = "sgdWithMomentum")
    static native void sgdWithMomentum(int w, int dw, int velocity, int count, float learningRate, float momentum);

    @Import(module = "kernels", name = "adam")
    static native void adam(
            int w,
            int dw,
            int m,
            int v,
            int count,
            float learningRate,
            float beta1,
            float beta2,
            float epsilon,
            float weightDecay,
            float correction1,
            float correction2);
}
