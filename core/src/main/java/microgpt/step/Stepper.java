package microgpt.step;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import microgpt.model.ModelConfig;
import microgpt.names.CharacterModel;
import microgpt.names.Characters;
import microgpt.names.Lines;
import microgpt.names.NamesConfig;
import microgpt.names.ScalarModel;
import microgpt.numeric.Draws;
import microgpt.numeric.Nullable;
import microgpt.scalar.ScalarGpt;
import microgpt.scalar.Value;

/**
 * The microgpt recipe in the smallest steps there are: each predicts one position of one document and learns from it at
 * once, whereas the recipe itself updates once a document. The position is read anew with all before it, so that keys and
 * values come from the present weights.
 */
public final class Stepper {
    private NamesConfig config;
    private final ModelConfig shape;
    private final List<String> texts;
    private final Set<String> known;
    private final Characters characters;
    private final Draws draws;
    private final ScalarModel model;
    private final double[] gradients;
    private Place next = Place.FIRST;
    private @Nullable Step latest;
    private int steps;

    /** Takes the lines of {@code lines} as documents, in an order drawn by the seed, and draws weights. */
    public Stepper(String lines, NamesConfig config) {
        this(lines, config, Integer.MAX_VALUE);
    }

    /** The same, but refuses a model of more than {@code mostParameters} before any is drawn. */
    public Stepper(String lines, NamesConfig config, int mostParameters) {
        this.config = config;
        texts = Lines.texts(lines);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("no name to learn: every line is empty");
        }
        known = new HashSet<>(texts); // in the browser Set.copyOf took 48 s for 200,000 names, this less than 1
        characters = new Characters(texts);
        draws = config.draws(config.seed());
        draws.shuffle(texts);
        shape = config.shape().model(characters.size());
        if (shape.parameterCount() > mostParameters) {
            throw new IllegalArgumentException(shape.parameterCount()
                    + " parameters are too many to look at one by one: at most " + mostParameters);
        }
        model = new ScalarModel(shape, () -> draws.gaussian() * NamesConfig.DEVIATION);
        gradients = new double[model.adam().parameters().size()];
    }

    /**
     * Predicts the next position, and learns from it; where the loss or one of its gradients is not finite, nothing is
     * learned, and the {@link DivergedException} says so.
     */
    public Step forward() {
        Step step = read(next, config.learning().after(steps).learningRate());
        if (!isFinite(step)) {
            clearGradients();
            throw new DivergedException(
                    step.number(), step.loss(), config.learning().learningRate());
        }
        steps++;
        latest = step;
        rememberGradients();
        CharacterModel.Step update = config.learning().after(steps - 1);
        model.adam().step(update.learningRate(), update.beta1(), update.beta2(), update.epsilon());
        next = after(next);
        return step;
    }

    private boolean isFinite(Step step) {
        boolean isFinite = Double.isFinite(step.loss());
        for (Value parameter : model.adam().parameters()) {
            isFinite &= Double.isFinite(parameter.grad());
        }
        return isFinite;
    }

    private void clearGradients() {
        for (Value parameter : model.adam().parameters()) {
            parameter.clearGrad();
        }
    }

    /** The latest position, the first before any step, predicted with the weights as they are now; nothing is learned. */
    public Step again() {
        clearGradients();
        Step now = latest == null
                ? read(Place.FIRST, config.learning().after(0).learningRate())
                : read(latest.place(), latest.learningRate());
        rememberGradients();
        clearGradients();
        return new Step(
                steps,
                now.place(),
                now.text(),
                now.token(),
                now.target(),
                now.loss(),
                now.learningRate(),
                now.snapshot());
    }

    private Step read(Place place, double learningRate) {
        int[] document = characters.document(text(place));
        ScalarGpt gpt = model.gpt();
        ScalarGpt.Window window = gpt.window();
        Value[] logits = {};
        for (int t = 0; t <= place.position(); t++) {
            logits = gpt.read(window, document[t]);
        }
        int target = document[place.position() + 1];
        Value[] probabilities = ScalarGpt.probabilities(logits);
        Value loss = probabilities[target].log().neg();
        loss.backward();
        return new Step(
                steps + 1,
                place,
                text(place),
                document[place.position()],
                target,
                loss.data(),
                learningRate,
                PositionRecord.of(window, shape, probabilities, loss));
    }

    private void rememberGradients() {
        List<Value> parameters = model.adam().parameters();
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = parameters.get(i).grad();
        }
    }

    private Place after(Place place) {
        int predicted = Math.min(shape.contextLength(), predictions(text(place)));
        return place.position() + 1 < predicted
                ? new Place(place.document(), place.position() + 1)
                : new Place(place.document() + 1, 0);
    }

    /** One of each character, and one of the end. */
    private static int predictions(String text) {
        return text.codePointCount(0, text.length()) + 1;
    }

    private String text(Place place) {
        return texts.get(place.document() % texts.size());
    }

    /** Begins to write a name with the weights as they are when each token is drawn. */
    public NameWriting write() {
        return new NameWriting(model.gpt(), characters, draws);
    }

    /** Learns by other numbers from the next step on. */
    public void tune(int lastStep, double learningRate) {
        NamesConfig.Learning old = config.learning();
        config = config.with(
                new NamesConfig.Learning(learningRate, old.beta1(), old.beta2(), old.epsilon(), lastStep, old.batch()));
    }

    /** Gives a parameter another value. */
    public void edit(int parameter, double weight) {
        if (parameter < 0 || parameter >= gradients.length) {
            throw new IllegalArgumentException("parameter " + parameter + " must be 0 to " + (gradients.length - 1));
        }
        if (!(Math.abs(weight) <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("the weight " + weight + " must be a finite number");
        }
        model.adam().parameters().get(parameter).set(weight);
    }

    /** Steps taken so far. */
    public int steps() {
        return steps;
    }

    /** Whether as many steps have been taken as the learning rate has been planned for. */
    public boolean isDone() {
        return steps >= config.learning().steps();
    }

    /** Whether {@code name} is one of the documents. */
    public boolean knows(String name) {
        return known.contains(name);
    }

    public int documents() {
        return texts.size();
    }

    /** How many documents have more positions than the context, which are learned without their ends. */
    public int cutDocuments() {
        int cut = 0;
        for (String text : texts) {
            cut += predictions(text) > shape.contextLength() ? 1 : 0;
        }
        return cut;
    }

    public Characters characters() {
        return characters;
    }

    public NamesConfig config() {
        return config;
    }

    /** The matrices, whose numbers {@link #weights} and {@link #gradients} list one after the other, row by row. */
    public List<CharacterModel.Matrix> matrices() {
        return model.matrices();
    }

    /** All parameters. */
    public double[] weights() {
        double[] weights = new double[gradients.length];
        Arrays.setAll(weights, i -> model.adam().parameters().get(i).data());
        return weights;
    }

    /** The derivatives of the latest loss by all parameters. */
    public double[] gradients() {
        return gradients.clone();
    }
}
