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
                "t ∈ 0 … V−1",
                "The token that is read: the number of its character, BOS being the last.",
                Quotes.TOKEN);
        add("", "Position", "i", "", "i = 0, 1, 2, …", "How many tokens of the name stand before it.", Quotes.POSITION);
        lane++;
        add(
                "",
                "Token embedding",
                "wte[t]",
                "tokenEmbedding",
                "e = wte[t]",
                "A row of a table that is learned: what the model knows of this token.",
                Quotes.TOKEN);
        add(
                "",
                "Position embedding",
                "wpe[i]",
                "positionEmbedding",
                "p = wpe[i]",
                "Likewise of this position.",
                Quotes.POSITION);
        lane++;
        add(
                "",
                "Sum",
                "e + p",
                "embedded",
                "x = e + p",
                "Both added channel by channel. The sum is the beginning of the residual stream.",
                Quotes.POSITION);
        lane++;
        add(
                "",
                "RMSNorm",
                "x",
                "embeddingNorm",
                Quotes.NORM_FORMULA,
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
                Quotes.NORM_FORMULA,
                "A copy of the stream, normed, for attention to read.",
                Quotes.NORM);
        lane++;
        slice(group, "Query", "q", block + "qkv", 0, "q = Wq x", "What this position looks for.", Quotes.LINEAR);
        slice(
                group,
                "Key",
                "k",
                block + "qkv",
                width,
                "k = Wk x",
                "What this position can be found by, now and later.",
                Quotes.LINEAR);
        slice(
                group,
                "Value",
                "v",
                block + "qkv",
                2 * width,
                "v = Wv x",
                "What whoever looks here takes away.",
                Quotes.LINEAR);
        lane++;
        for (int h = 0; h < heads; h++) {
            add(
                    group,
                    "Head " + h,
                    "a",
                    block + "attention." + h,
                    "aₜ = softmaxₜ( q · kₜ / √" + width / heads + " )",
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
                "z = Σₜ aₜ vₜ, head by head",
                "The values of the positions looked at, weighted by the attention.",
                Quotes.ATTENTION);
        lane++;
        add(
                group,
                "Output",
                "Wo z",
                block + "projected",
                "o = Wo z",
                "What the heads found, mixed into the channels of the stream.",
                Quotes.OUTPUT);
        lane++;
        add(
                group,
                "Residual",
                "x + o",
                block + "residual1",
                "x ← x + o",
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
                Quotes.NORM_FORMULA,
                "A copy of the stream, normed, for the MLP to read.",
                Quotes.NORM);
        lane++;
        add(
                group,
                "FC " + 4 * width,
                "W₁x",
                block + "up",
                "u = W₁ x",
                "Each of " + 4 * width + " hidden channels looks for one direction in the stream.",
                Quotes.UP);
        lane++;
        add(
                group,
                "ReLU",
                "max(0, u)",
                block + "activated",
                "r = max(0, u)",
                "What is below zero is silent, and so is its gradient.",
                Quotes.RELU);
        lane++;
        add(
                group,
                "FC " + width,
                "W₂r",
                block + "down",
                "d = W₂ r",
                "What the channels that speak have to say.",
                Quotes.UP);
        lane++;
        add(group, "Residual", "x + d", block + "residual2", "x ← x + d", "Added to the stream.", Quotes.RESIDUAL2);
    }

    private void prediction() {
        lane++;
        add(
                "",
                "lm_head → logits",
                "l",
                "logits",
                "l = W x",
                "A score for each token that may come next.",
                Quotes.LOGITS);
        lane++;
        add(
                "",
                "Softmax",
                "p",
                "probabilities",
                "pⱼ = exp(lⱼ) / Σₖ exp(lₖ)",
                "The scores as chances that add up to 1.",
                Quotes.SOFTMAX);
        lane++;
        add(
                "",
                "Loss",
                "−ln p",
                "loss",
                "L = −ln p[target]",
                "How surprising the true token was. Its gradient by itself is 1: here the way back begins.",
                Quotes.LOSS);
    }

    private void add(
            String group, String title, String symbol, String part, String formula, String meaning, String java) {
        boxes.add(new Box(title, symbol, group, lane, part, 0, -1, formula, meaning, java));
    }

    private void slice(
            String group,
            String title,
            String symbol,
            String part,
            int from,
            String formula,
            String meaning,
            String java) {
        boxes.add(new Box(title, symbol, group, lane, part, from, width, formula, meaning, java));
    }
}
