package microgpt.web.step;

import java.util.ArrayList;
import java.util.List;

/** All boxes of a model, in the order of computation. */
final class ComputationGraph {
    private static final int OUTSIDE = -1;

    private final List<Box> boxes = new ArrayList<>();
    private final int heads;
    private final int width;
    private int lane;
    private int layer = OUTSIDE;
    private String half = "";

    private ComputationGraph(int heads, int width) {
        this.heads = heads;
        this.width = width;
    }

    static List<Box> of(int layers, int heads, int width) {
        ComputationGraph graph = new ComputationGraph(heads, width);
        graph.embedding();
        for (int layer = 0; layer < layers; layer++) {
            graph.attention(layer);
            graph.mlp(layer);
        }
        graph.prediction();
        return graph.boxes;
    }

    private void embedding() {
        lane++;
        add(
                "Token",
                "t",
                "",
                Rule.TOKEN,
                "The token that is read: the number of its character, BOS being the last.",
                SourceLines.TOKEN);
        add("Position", "i", "", Rule.POSITION, "How many tokens of the name stand before it.", SourceLines.POSITION);
        lane++;
        add(
                "Token embedding",
                "wte[t]",
                "tokenEmbedding",
                Rule.TOKEN_EMBEDDING,
                "A row of a table that is learned: what the model knows of this token.",
                SourceLines.TOKEN);
        add(
                "Position embedding",
                "wpe[i]",
                "positionEmbedding",
                Rule.POSITION_EMBEDDING,
                "Likewise of this position.",
                SourceLines.POSITION);
        lane++;
        add(
                "Sum",
                "e + p",
                "embedded",
                Rule.SUM,
                "Both added channel by channel. The sum is the beginning of the residual stream.",
                SourceLines.POSITION);
        lane++;
        add(
                "RMSNorm",
                "x",
                "embeddingNorm",
                Rule.NORM,
                "The same direction at length √width, so that no layer is shouted at.",
                SourceLines.NORM);
    }

    private void attention(int layer) {
        enter(layer, "attention");
        String block = "blocks." + layer + ".";
        lane++;
        add(
                "RMSNorm",
                "x",
                block + "norm1",
                Rule.NORM,
                "A copy of the stream, normed, for attention to read.",
                SourceLines.NORM);
        lane++;
        slice("Query", "q", block + "qkv", 0, Rule.QUERY, "What this position looks for.", SourceLines.LINEAR);
        slice(
                "Key",
                "k",
                block + "qkv",
                width,
                Rule.KEY,
                "What this position can be found by, now and later.",
                SourceLines.LINEAR);
        slice(
                "Value",
                "v",
                block + "qkv",
                2 * width,
                Rule.VALUE,
                "What whoever looks here takes away.",
                SourceLines.LINEAR);
        lane++;
        for (int h = 0; h < heads; h++) {
            add(
                    "Head " + h,
                    "a",
                    block + "attention." + h,
                    Rule.head(width / heads),
                    "How much this head looks at each position so far, its own being the last: queries and keys of channels "
                            + h * (width / heads) + " to " + ((h + 1) * (width / heads) - 1) + " compared.",
                    SourceLines.ATTENTION);
        }
        lane++;
        add(
                "Heads joined",
                "z",
                block + "mixed",
                Rule.JOINED,
                "The values of the positions looked at, weighted by the attention.",
                SourceLines.ATTENTION);
        lane++;
        add(
                "Output",
                "Wo z",
                block + "projected",
                Rule.OUTPUT,
                "What the heads found, mixed into the channels of the stream.",
                SourceLines.OUTPUT);
        lane++;
        add(
                "Residual",
                "x + o",
                block + "residual1",
                Rule.RESIDUAL1,
                "Added to the stream. The gradient passes here unchanged: a sum hands it to both sides.",
                SourceLines.RESIDUAL1);
    }

    private void mlp(int layer) {
        enter(layer, "MLP");
        String block = "blocks." + layer + ".";
        lane++;
        add(
                "RMSNorm",
                "x",
                block + "norm2",
                Rule.NORM,
                "A copy of the stream, normed, for the MLP to read.",
                SourceLines.NORM);
        lane++;
        add(
                "FC " + 4 * width,
                "W₁x",
                block + "up",
                Rule.UP,
                "Each of " + 4 * width + " hidden channels looks for one direction in the stream.",
                SourceLines.UP);
        lane++;
        add(
                "ReLU",
                "max(0, u)",
                block + "activated",
                Rule.RELU,
                "What is below zero is silent, and so is its gradient.",
                SourceLines.RELU);
        lane++;
        add(
                "FC " + width,
                "W₂r",
                block + "down",
                Rule.DOWN,
                "What the channels that speak have to say.",
                SourceLines.UP);
        lane++;
        add("Residual", "x + m", block + "residual2", Rule.RESIDUAL2, "Added to the stream.", SourceLines.RESIDUAL2);
    }

    private void prediction() {
        enter(OUTSIDE, "");
        lane++;
        add(
                "lm_head → logits",
                "l",
                "logits",
                Rule.LOGITS,
                "A score for each token that may come next.",
                SourceLines.LOGITS);
        lane++;
        add(
                "Softmax",
                "p",
                "probabilities",
                Rule.SOFTMAX,
                "The logits as probabilities, which add up to 1.",
                SourceLines.SOFTMAX);
        lane++;
        add(
                "Loss",
                "−ln p",
                "loss",
                Rule.LOSS,
                "How surprising the true token was. Its gradient by itself is 1: here the way back begins.",
                SourceLines.LOSS);
    }

    /** The boxes that follow stand in this half of a layer. */
    private void enter(int ofLayer, String ofHalf) {
        layer = ofLayer;
        half = ofHalf;
    }

    private void add(String title, String symbol, String part, Rule rule, String meaning, String java) {
        boxes.add(new Box(title, symbol, layer, half, lane, part, 0, -1, rule, meaning, java));
    }

    private void slice(String title, String symbol, String part, int from, Rule rule, String meaning, String java) {
        boxes.add(new Box(title, symbol, layer, half, lane, part, from, width, rule, meaning, java));
    }
}
