package microgpt.sampling;

import microgpt.compute.Tensor;
import microgpt.model.Decoder;

/** A text as a decoder reads it: what goes on from where the last one ended is read from there, any other from its start. */
final class IncrementalReader implements NextToken {
    private final Decoder decoder;
    private final int[] read;

    IncrementalReader(Decoder decoder) {
        this.decoder = decoder;
        read = new int[decoder.config().contextLength()];
    }

    @Override
    public void predict(int[] tokens, int length, float[] logits) {
        if (!goesOn(tokens, length)) {
            decoder.forget();
        }
        for (int i = decoder.length(); i < length; i++) {
            decoder.read(tokens[i]);
            read[i] = tokens[i];
        }
        Tensor all = decoder.logits();
        all.memory().read(all.offset(), logits, 0, logits.length);
    }

    private boolean goesOn(int[] tokens, int length) {
        if (decoder.length() > length) {
            return false;
        }
        for (int i = 0; i < decoder.length(); i++) {
            if (tokens[i] != read[i]) {
                return false;
            }
        }
        return true;
    }
}
