package microgpt.model;

import microgpt.compute.Activation;

/**
 * The shape of a decoder-only transformer. One record spans every model of the laboratory; impossible values are refused
 * here, once, by name and value.
 *
 * @param vocabSize tokens that can be read
 * @param outputSize tokens that can be predicted: the first {@code outputSize} of the vocabulary
 * @param contextLength the longest window, in tokens
 * @param dModel channels of the residual stream
 * @param dMlp hidden channels of the MLP
 * @param normGain whether norms have a learned gain; {@code normBias} likewise (layer norm only)
 * @param embeddingNorm whether the embedding is normalized before the first block; this norm learns nothing
 * @param finalNorm whether the last residual stream is normalized before the head
 * @param linearBias whether the linear layers inside the blocks have a bias (the head never has)
 * @param tieEmbeddings whether the head is the token embedding itself (Press and Wolf 2017)
 */
public record ModelConfig(
        int vocabSize,
        int outputSize,
        int contextLength,
        int nLayers,
        int nHeads,
        int dModel,
        int dMlp,
        Position position,
        Norm norm,
        double normEpsilon,
        boolean normGain,
        boolean normBias,
        boolean embeddingNorm,
        boolean finalNorm,
        Activation activation,
        boolean linearBias,
        boolean tieEmbeddings,
        Init init) {

    /** More would not fit one allocation of 2 GB. */
    private static final int MOST_PARAMETERS = 1 << 29;

    public ModelConfig {
        between("vocabSize", vocabSize, 1, 1 << 20);
        between("outputSize", outputSize, 1, 1 << 20);
        between("contextLength", contextLength, 1, 1 << 16);
        between("nLayers", nLayers, 1, 256);
        between("nHeads", nHeads, 1, 1024);
        between("dModel", dModel, 1, 1 << 14);
        between("dMlp", dMlp, 1, 1 << 16);
        if (outputSize > vocabSize) {
            throw new IllegalArgumentException(
                    "outputSize " + outputSize + " must not be more than vocabSize " + vocabSize);
        }
        if (dModel % nHeads != 0) {
            throw new IllegalArgumentException("dModel " + dModel + " must be a multiple of nHeads " + nHeads);
        }
        if (!(normEpsilon > 0 && normEpsilon <= 1)) {
            throw new IllegalArgumentException("normEpsilon " + normEpsilon + " must be above 0 and at most 1");
        }
        if (normBias && norm != Norm.LAYER) {
            throw new IllegalArgumentException("normBias true needs norm LAYER, but norm is " + norm);
        }
        long most = (2L * vocabSize + contextLength) * dModel
                + nLayers * ((4L * dModel + 2L * dMlp + 13) * dModel + dMlp + (long) nHeads * contextLength);
        if (most > MOST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "a shape of up to " + most + " parameters is too large, the limit is " + MOST_PARAMETERS);
        }
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " " + value + " must be from " + least + " to " + most);
        }
    }

    /** Channels of one head. */
    public int headSize() {
        return dModel / nHeads;
    }

    /** How many numbers the model learns. */
    public int parameterCount() {
        int embeddings = vocabSize * dModel + (position == Position.LEARNED ? contextLength * dModel : 0);
        int head = tieEmbeddings ? 0 : outputSize * dModel;
        int norms = (normGain ? dModel : 0) + (normBias ? dModel : 0);
        int matrices = 4 * dModel * dModel + 2 * dMlp * dModel;
        int biases = linearBias ? 5 * dModel + dMlp : 0;
        int distances = position == Position.RELATIVE ? nHeads * contextLength : 0;
        return embeddings + head + nLayers * (matrices + biases + distances + 2 * norms) + (finalNorm ? norms : 0);
    }

    /**
     * Standard deviations of the normal distributions that weights start from. A {@code weightStd} of 0 means 1/sqrt(fan
     * in); a {@code headStd} of 0 starts a separate head at zero, so that the first loss is exactly ln outputSize. With
     * {@code scaleResidual} the projections that write into the residual stream are divided by sqrt(2 nLayers) (Radford
     * et al. 2019); in any case they are multiplied by {@code residualScale}. With relative positions head h (but the
     * last) starts with a bias of {@code ngramBias} at distance h+1.
     */
    public record Init(
            double embeddingStd,
            double positionStd,
            double weightStd,
            double headStd,
            boolean scaleResidual,
            double residualScale,
            double ngramBias) {
        public Init {
            deviation("embeddingStd", embeddingStd);
            deviation("positionStd", positionStd);
            deviation("weightStd", weightStd);
            deviation("headStd", headStd);
            deviation("residualScale", residualScale);
            if (!(Math.abs(ngramBias) <= 100)) {
                throw new IllegalArgumentException("ngramBias " + ngramBias + " must be from -100 to 100");
            }
        }

        private static void deviation(String name, double value) {
            if (!(value >= 0 && value <= 100)) {
                throw new IllegalArgumentException(name + " " + value + " must be from 0 to 100");
            }
        }
    }
}
