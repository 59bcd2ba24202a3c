package microgpt.web.step;

import java.util.ArrayList;
import java.util.List;

/** All boxes of a model, in the order of computation. */
final class Blueprint {
    private final List<Box> boxes = new ArrayList<>();
    private final int heads;
    private final int width;
    private int lane;

    private Blueprint(int heads, int width) {
        this.heads = heads;
        this.width = width;
    }

    static List<Box> of(int layers, int heads, int width) {
        Blueprint blueprint = new Blueprint(heads, width);
        blueprint.embedding();
        for (int layer = 0; layer < layers; layer++) {
            blueprint.attention(layer);
            blueprint.mlp(layer);
        }
        blueprint.prediction();
        return blueprint.boxes;
    }

    private void embedding() {
        lane++;
        add(
                "",
                "Token",
                "t",
                "",
                Rule.TOKEN,
                "The token that is read: the number of its character, BOS being the last.",
                Quotes.TOKEN);
        add("", "Position", "i", "", Rule.POSITION, "How many tokens of the name stand before it.", Quotes.POSITION);
        lane++;
        add(
                "",
                "Token embedding",
                "wte[t]",
                "tokenEmbedding",
                Rule.TOKEN_EMBEDDING,
                "A row of a table that is learned: what the model knows of this token.",
                Quotes.TOKEN);
        add(
                "",
                "Position embedding",
                "wpe[i]",
                "positionEmbedding",
                Rule.POSITION_EMBEDDING,
                "Likewise of this position.",
                Quotes.POSITION);
        lane++;
        add(
                "",
                "Sum",
                "e + p",
                "embedded",
                Rule.SUM,
                "Both added channel by channel. The sum is the beginning of the residual stream.",
                Quotes.POSITION);
        lane++;
        add(
                "",
                "RMSNorm",
                "x",
                "embeddingNorm",
                Rule.NORM,
                "The same direction at length √width, so that no layer is shouted at.",
                Quotes.NORM);
    }

    private void attention(int layer) {
        String group = layer + " attention";
        String block = "blocks." + layer + ".";
        lane++;
        add(
                group,
                "RMSNorm",
                "x",
                block + "norm1",
                Rule.NORM,
                "A copy of the stream, normed, for attention to read.",
                Quotes.NORM);
        lane++;
        slice(group, "Query", "q", block + "qkv", 0, Rule.QUERY, "What this position looks for.", Quotes.LINEAR);
        slice(
                group,
                "Key",
                "k",
                block + "qkv",
                width,
                Rule.KEY,
                "What this position can be found by, now and later.",
                Quotes.LINEAR);
        slice(
                group,
                "Value",
                "v",
                block + "qkv",
                2 * width,
                Rule.VALUE,
                "What whoever looks here takes away.",
                Quotes.LINEAR);
        lane++;
        for (int h = 0; h < heads; h++) {
            add(
                    group,
                    "Head " + h,
                    "a",
                    block + "attention." + h,
                    Rule.head(width / heads),
                    "How much this head looks at each position so far, its own being the last: queries and keys of channels "
                            + h * (width / heads) + " to " + ((h + 1) * (width / heads) - 1) + " compared.",
                    Quotes.ATTENTION);
        }
        lane++;
        add(
                group,
                "Heads joined",
                "z",
                block + "mixed",
                Rule.JOINED,
                "The values of the positions looked at, weighted by the attention.",
                Quotes.ATTENTION);
        lane++;
        add(
                group,
                "Output",
                "Wo z",
                block + "projected",
                Rule.OUTPUT,
                "What the heads found, mixed into the channels of the stream.",
                Quotes.OUTPUT);
        lane++;
        add(
                group,
                "Residual",
                "x + o",
                block + "residual1",
                Rule.RESIDUAL1,
                "Added to the stream. The gradient passes here unchanged: a sum hands it to both sides.",
                Quotes.RESIDUAL1);
    }

    private void mlp(int layer) {
        String group = layer + " MLP";
        String block = "blocks." + layer + ".";
        lane++;
        add(
                group,
                "RMSNorm",
                "x",
                block + "norm2",
                Rule.NORM,
                "A copy of the stream, normed, for the MLP to read.",
                Quotes.NORM);
        lane++;
        add(
                group,
                "FC " + 4 * width,
                "W₁x",
                block + "up",
                Rule.UP,
                "Each of " + 4 * width + " hidden channels looks for one direction in the stream.",
                Quotes.UP);
        lane++;
        add(
                group,
                "ReLU",
                "max(0, u)",
                block + "activated",
                Rule.RELU,
                "What is below zero is silent, and so is its gradient.",
                Quotes.RELU);
        lane++;
        add(
                group,
                "FC " + width,
                "W₂r",
                block + "down",
                Rule.DOWN,
                "What the channels that speak have to say.",
                Quotes.UP);
        lane++;
        add(group, "Residual", "x + m", block + "residual2", Rule.RESIDUAL2, "Added to the stream.", Quotes.RESIDUAL2);
    }

    private void prediction() {
        lane++;
        add(
                "",
                "lm_head → logits",
                "l",
                "logits",
                Rule.LOGITS,
                "A score for each token that may come next.",
                Quotes.LOGITS);
        lane++;
        add(
                "",
                "Softmax",
                "p",
                "probabilities",
                Rule.SOFTMAX,
                "The scores as chances that add up to 1.",
                Quotes.SOFTMAX);
        lane++;
        add(
                "",
                "Loss",
                "−ln p",
                "loss",
                Rule.LOSS,
                "How surprising the true token was. Its gradient by itself is 1: here the way back begins.",
                Quotes.LOSS);
    }

    private void add(String group, String title, String symbol, String part, Rule rule, String meaning, String java) {
        boxes.add(new Box(title, symbol, group, lane, part, 0, -1, rule, meaning, java));
    }

    private void slice(
            String group, String title, String symbol, String part, int from, Rule rule, String meaning, String java) {
        boxes.add(new Box(title, symbol, group, lane, part, from, width, rule, meaning, java));
    }
}
