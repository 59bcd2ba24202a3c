package microgpt.model;

import microgpt.compute.Backend;
import microgpt.compute.Memory;
import microgpt.compute.Tensor;

/**
 * The gradients of activations that a backward pass needs at one time, for windows of one shape. {@code stream} flows
 * through the whole model; what lies inside a block is used again by the next block below. Operations add to gradients, so
 * {@code top} and {@code block}, which cover the tensors declared above them, are zeroed before use.
 */
final class ActivationGradients {
    final Tensor stream; //     (R,C), gradient of the residual stream
    final Tensor embedded; //   (R,C)
    final Tensor headInput; //  (R,C)
    final Tensor logits; //     (R,V)
    final Tensor top; //        all four above, as one row

    final Tensor activated; //  (R,F)
    final Tensor up; //         (R,F)
    final Tensor norm2; //      (R,C)
    final Tensor mixed; //      (R,C)
    final Tensor qkv; //        (R,3C)
    final Tensor norm1; //      (R,C)
    final Tensor block; //      all six above, as one row
    final Tensor attention; //  (B*H*T,T), scratch, never zeroed

    ActivationGradients(ModelConfig config, Slices slices, int batch, int length) {
        int rows = batch * length;
        int channels = config.dModel();
        stream = slices.next("d.stream", rows, channels);
        embedded = slices.next("d.embedded", rows, channels);
        headInput = slices.next("d.headInput", rows, channels);
        logits = slices.next("d.logits", rows, config.outputSize());
        top = slices.since(0);

        activated = slices.next("d.activated", rows, config.dMlp());
        up = slices.next("d.up", rows, config.dMlp());
        norm2 = slices.next("d.norm2", rows, channels);
        mixed = slices.next("d.mixed", rows, channels);
        qkv = slices.next("d.qkv", rows, 3 * channels);
        norm1 = slices.next("d.norm1", rows, channels);
        block = slices.since(top.cols());
        attention = slices.next("d.attention", rows * config.nHeads(), length);
    }

    /** Memory for windows of up to {@code maxBatch} sequences of contextLength positions. */
    static Memory allocate(ModelConfig config, Backend on, int maxBatch) {
        return Slices.allocate(on, floatsFor(config, maxBatch));
    }

    static long floatsFor(ModelConfig config, int maxBatch) {
        Slices measured = Slices.measuring();
        new ActivationGradients(config, measured, maxBatch, config.contextLength());
        return measured.measured();
    }
}
