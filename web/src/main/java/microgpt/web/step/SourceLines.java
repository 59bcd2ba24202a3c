package microgpt.web.step;

/** Lines of {@code ScalarGpt} and its helpers as they stand in the source: a test compares them. */
final class SourceLines {
    static final String TOKEN = "Value[] x = trace.note(\"tokenEmbedding\", matrix(\"wte\")[token]);";
    static final String POSITION = "x = Vectors.add(x, trace.note(\"positionEmbedding\", wpe[position]));";
    static final String NORM = "Value scale = Value.dot(x, x).mul(1.0 / x.length).add(epsilon).pow(-0.5);";
    static final String LINEAR = """
            Value[] qkv = trace.note(block + "qkv", linear(norm1, block + "qkv"));

            out[o] = Value.dot(weight[o], x);""";
    static final String ATTENTION = """
            scores[t] = Value.dot(query, key).mul(1 / Math.sqrt(size));

            mixed[c] = Value.dot(weights, Vectors.column(values, c));""";
    static final String OUTPUT =
            "Value[] projected = trace.note(block + \"projected\", linear(mixed, block + \"proj\"));";
    static final String RESIDUAL1 = "Value[] residual1 = trace.note(block + \"residual1\", Vectors.add(x, projected));";
    static final String UP = """
            Value[] up = trace.note(block + "up", linear(norm2, block + "up"));
            Value[] activated = trace.note(block + "activated", activate(up));
            Value[] down = trace.note(block + "down", linear(activated, block + "down"));""";
    static final String RELU = "return of(Math.max(0, data), data > 0 ? 1 : 0);";
    static final String RESIDUAL2 = "return trace.note(block + \"residual2\", Vectors.add(residual1, down));";
    static final String LOGITS = "return trace.note(\"logits\", linear(x, head, config.outputSize(), null));";
    static final String SOFTMAX = """
            out[i] = scores[i].add(-greatest).exp();

            Value inverse = sum(out).pow(-1);

            out[i] = out[i].mul(inverse);""";
    static final String LOSS = "return probabilities(logits)[target].log().neg();";

    private SourceLines() {}
}
