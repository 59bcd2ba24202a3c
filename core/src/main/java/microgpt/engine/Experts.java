package microgpt.engine;

import java.util.List;
import microgpt.model.Activations;
import microgpt.model.Decoder;
import microgpt.numeric.Nullable;
import microgpt.numeric.Snapshot;
import microgpt.predict.Chance;
import microgpt.predict.Expert;
import microgpt.predict.Mixture;

/**
 * Everyone who predicts the bytes of a step, each charged for a byte before anyone learns from it. The transformer has said
 * of all bytes of the step what it expects; counts and mixing weights learn after each byte, as a decoder can.
 */
final class Experts {
    private static final int BYTES = 256;
    private static final List<Predictor> TRANSFORMER_ALONE = List.of(Predictor.TRANSFORMER);
    private static final List<Predictor> WITH_MIXTURE =
            List.of(Predictor.MIXTURE, Predictor.TRANSFORMER, Predictor.COUNTS);

    private final float[] rows; //  (stride,256), the transformer's distribution of each byte of the step
    private final StepResult result;
    private final Row row = new Row();
    private @Nullable Mixture mixture;
    private Mixture.Settings settings;
    /** How many bytes of the step the mixture was told bit by bit, and what each cost it. */
    private int told;

    private final double[] toldBits;
    private final double[] toldCountsBits;
    private double share = 1;
    private int bitsTold;

    Experts(OnlineConfig config, StepResult result) {
        rows = new float[config.stride() * BYTES];
        toldBits = new double[config.stride()];
        toldCountsBits = new double[config.stride()];
        this.result = result;
        settings = config.mixture();
        tune(settings);
    }

    /** Who is asked from the next byte on. A mixture that joins has read nothing; one that leaves is forgotten. */
    void tune(Mixture.Settings changed) {
        settings = changed;
        if (settings.enabled() != (mixture != null)) {
            mixture = settings.enabled() ? Mixture.withCountsScore(settings.config(), List.of(row)) : null;
        }
        result.predictedBy(mixture == null ? TRANSFORMER_ALONE : WITH_MIXTURE);
    }

    /** Rows from {@code first} on of the forward pass {@code a} are the transformer's say on {@code count} bytes of the step. */
    void hear(Activations a, int first, int count) {
        if (mixture != null) {
            for (int k = 0; k < count; k++) {
                a.readProbs(first + k, rows, k * BYTES, BYTES);
            }
        }
    }

    /** Charges everyone for byte {@code k}, which is {@code value} and cost the transformer {@code loss} nats. */
    void charge(int k, int value, float loss) {
        result.transformer(k, loss);
        if (mixture != null) {
            row.at = k;
            boolean wasTold = k < told;
            result.cost(Predictor.MIXTURE, k, wasTold ? toldBits[k] : mixture.observe(value));
            result.cost(Predictor.COUNTS, k, wasTold ? toldCountsBits[k] : mixture.countsBits());
            result.share(Predictor.TRANSFORMER, k, wasTold ? Double.NaN : mixture.otherShare(0));
            result.share(Predictor.COUNTS, k, wasTold ? Double.NaN : mixture.countsShare());
        }
    }

    /** All bytes of the step were charged. */
    void endStep() {
        told = 0;
        row.at = 0;
    }

    /** The distribution of the next byte, which the transformer foretells in row {@code r} of {@code a}. */
    void peek(Activations a, int r, float[] probs) {
        if (mixture == null) {
            a.readProbs(r, probs, 0, probs.length);
        } else {
            hear(a, r, 1);
            mixture.peek(probs);
        }
    }

    /** How many bytes of the step were told bit by bit. */
    int told() {
        return told;
    }

    /** The transformer's say on the byte after those told: the logits of {@code decoder}. */
    void hear(Decoder decoder) {
        decoder.readProbs(rows, told * BYTES, BYTES);
        row.at = told;
    }

    /** The chance that the next bit is 1, by the mixture, which there must be. */
    int chance() {
        return mixture().chance();
    }

    /** Takes in the next bit; whether it was the last of its byte. */
    boolean learn(int bit) {
        share *= Chance.share(chance(), bit);
        mixture().learn(bit);
        bitsTold++;
        if (bitsTold < Byte.SIZE) {
            return false;
        }
        toldBits[told] = Chance.bits(share);
        toldCountsBits[told] = mixture().countsBits();
        told++;
        share = 1;
        bitsTold = 0;
        return true;
    }

    private Mixture mixture() {
        Mixture there = mixture;
        if (there == null) {
            throw new IllegalStateException("no bit can be predicted: the recipe's mixture is off");
        }
        return there;
    }

    /** Bytes of memory held. */
    long memoryBytes() {
        return settings.memoryBytes();
    }

    void save(Snapshot into) {
        if (mixture != null) {
            mixture.save(into.part("mixture"));
        }
    }

    void restore(Snapshot from) {
        if (mixture != null) {
            mixture.restore(from.part("mixture"));
        }
    }

    /** The transformer, as the mixture asks it: its row for the byte that is due. */
    private final class Row implements Expert {
        private int at;

        @Override
        public void peek(float[] probs) {
            System.arraycopy(rows, at * BYTES, probs, 0, BYTES);
        }

        @Override
        public double observe(int next) {
            double bits = Chance.bits(rows[at * BYTES + next]);
            at = Math.min(at + 1, toldBits.length - 1);
            return bits;
        }

        @Override
        public void save(Snapshot into) {} // it is saved with its weights

        @Override
        public void restore(Snapshot from) {}
    }
}
