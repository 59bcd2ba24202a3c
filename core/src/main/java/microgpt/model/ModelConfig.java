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
 * @param embeddingNorm whether the embedding is normalized before the first block
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
        float normEpsilon,
        boolean normGain,
        boolean normBias,
        boolean embeddingNorm,
        boolean finalNorm,
        Activation activation,
        boolean linearBias,
        boolean tieEmbeddings,
        Init init) {

    /**
     * Standard deviations of the normal distributions that weights start from. A {@code weightStd} of 0 means 1/sqrt(fan
     * in). The projections that write into the residual stream are further multiplied by {@code residualScale}, divided
     * by sqrt(2 nLayers) (Radford et al. 2019). With relative positions head h (but the last) starts with a bias of
     * {@code ngramBias} at distance h+1.
     */
    public record Init(
            double embeddingStd,
            double positionStd,
            double weightStd,
            double headStd,
            boolean scaleResidual,
            double residualScale,
            double ngramBias) {}
}
