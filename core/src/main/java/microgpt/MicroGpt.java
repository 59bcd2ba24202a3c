package microgpt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.model.ModelConfig;
import microgpt.names.CharacterModel;
import microgpt.names.Characters;
import microgpt.names.FloatModel;
import microgpt.names.Lines;
import microgpt.names.NameSampler;
import microgpt.names.NamesConfig;
import microgpt.names.PositionView;
import microgpt.names.ScalarModel;
import microgpt.numeric.Draws;
import microgpt.numeric.Nullable;

/**
 * A GPT that learns short texts, such as names, and writes more of their kind: the recipe of Karpathy's microgpt.py, to
 * the last digit.
 *
 * <pre>{@code
 * MicroGpt gpt = new MicroGpt(NamesConfig.DEFAULT);
 * gpt.load("ada\nalan\ngrace\n");
 * for (int i = 0; i < 100; i++) {
 *     System.out.println(gpt.train().loss());
 * }
 * System.out.println(gpt.generate(0.5).text());
 * }</pre>
 */
public final class MicroGpt {
    private final Backend machine;
    private NamesConfig config;
    private final List<String> texts = new ArrayList<>();
    private List<String> shuffled = List.of();
    private final List<Double> losses = new ArrayList<>();
    private Draws draws;
    private @Nullable Characters characters;
    private @Nullable CharacterModel model;

    /** A model that has read nothing; next is {@link #load}. */
    public MicroGpt(NamesConfig config) {
        this(config, JavaBackend.alone());
    }

    /** The same, whose floats {@code machine} computes; doubles are always computed in Java. */
    public MicroGpt(NamesConfig config, Backend machine) {
        this.config = config;
        this.machine = machine;
        draws = config.draws(config.seed());
    }

    /**
     * One step of training.
     *
     * @param step from 1
     * @param loss in nats per character, before anything was learned from these texts
     * @param text the last of the texts learned
     */
    public record Trained(int step, double loss, String text, double learningRate) {}

    /**
     * A text written.
     *
     * @param chances of each token, at each position after the prompt; the last are those of the end, if it came
     */
    public record Generated(String text, List<Integer> tokens, List<PositionView> views, List<double[]> chances) {}

    /** Takes the lines of {@code lines} as texts, without the space around them, and draws fresh weights. */
    public void load(String lines) {
        read(lines);
        initialize();
    }

    /**
     * The same, but leaves the weights to {@link #initialize}; those of texts of the same characters stay, to learn on.
     */
    public void read(String lines) {
        @Nullable Characters before = characters;
        texts.clear();
        texts.addAll(Lines.texts(lines));
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("no text to learn: every line is empty");
        }
        shuffle();
        if (!characters().equals(before)) {
            release();
        }
    }

    /** Forgets everything learned, and starts again as if just loaded with the first seed. */
    public void reset() {
        characters(); // throws where nothing was loaded
        draws = config.draws(config.seed());
        shuffle();
        initialize();
    }

    private void shuffle() {
        List<String> order = new ArrayList<>(texts);
        draws.shuffle(order);
        shuffled = List.copyOf(order);
        characters = new Characters(texts);
    }

    /** Draws fresh weights. */
    public void initialize() {
        ModelConfig shape = config.shape().model(characters().size());
        release();
        model = switch (config.arithmetic()) {
            case SCALAR -> new ScalarModel(shape, this::weight);
            case FLOAT32 -> floats(shape);
        };
        losses.clear();
    }

    private CharacterModel floats(ModelConfig shape) {
        Backend own = machine.forOneRun();
        try {
            return new FloatModel(shape, own, this::weight);
        } catch (OutOfMemoryError e) {
            own.release();
            throw e;
        }
    }

    /** Gives back the memory of the weights, which are forgotten; {@link #initialize} draws others. */
    public void release() {
        if (model != null) {
            model.release();
            model = null;
        }
    }

    private double weight() {
        return draws.gaussian() * NamesConfig.DEVIATION;
    }

    /** Learns the next text, or the next few. */
    public Trained train() {
        Characters vocabulary = characters();
        int step = losses.size();
        int batch = config.learning().batch();
        int[][] documents = new int[batch][];
        for (int i = 0; i < batch; i++) {
            documents[i] = vocabulary.document(text(step * (long) batch + i));
        }
        CharacterModel.Step update = config.learning().after(step);
        double loss = model().learn(documents, update);
        losses.add(loss);
        return new Trained(step + 1, loss, text((step + 1L) * batch - 1), update.learningRate());
    }

    private String text(long index) {
        return shuffled.get((int) (index % shuffled.size()));
    }

    /** Writes a text at {@code temperature}; the draws are those that training and earlier texts have left. */
    public Generated generate(double temperature) {
        return generate(NameSampler.DEFAULT.at(temperature));
    }

    public Generated generate(NameSampler sampling) {
        return generate(sampling, draws);
    }

    /** Writes the text that {@code seed} stands for, whatever was drawn before. */
    public Generated generate(NameSampler sampling, long seed) {
        return generate(sampling, config.draws(seed));
    }

    private Generated generate(NameSampler sampling, Draws from) {
        GeneratedText writing =
                new GeneratedText(model(), characters(), config.shape().contextLength(), sampling, from);
        while (writing.goesOn()) {
            writing.step();
        }
        return writing.result();
    }

    /** A text in the making, one token a step. It has the model to itself until it is done. */
    public GeneratedText write(NameSampler sampling) {
        return new GeneratedText(model(), characters(), config.shape().contextLength(), sampling, draws);
    }

    /** The texts in the order in which they are learned. */
    public List<String> texts() {
        return shuffled;
    }

    /** The losses of all steps. */
    public double[] losses() {
        double[] copy = new double[losses.size()];
        Arrays.setAll(copy, losses::get);
        return copy;
    }

    /** How many numbers it learns. */
    public int parameterCount() {
        return config.shape().model(characters().size()).parameterCount();
    }

    public NamesConfig config() {
        return config;
    }

    /** Learns by other numbers from the next step on. */
    public void tune(NamesConfig.Learning learning) {
        config = config.with(learning);
    }

    /** Whether there are weights to learn and to write with. */
    public boolean hasWeights() {
        return model != null;
    }

    /** What computes the weights: the name of a {@link Backend}. */
    public String backend() {
        return config.arithmetic() == NamesConfig.Arithmetic.FLOAT32 ? machine.name() : "java";
    }

    /** The random draws that training order, weights and texts come from. */
    public Draws draws() {
        return draws;
    }

    /** Everything, as bytes from which {@link #restored} makes a model that goes on alike. */
    public byte[] save() {
        return ModelFile.write(this);
    }

    /**
     * The model that {@link #save} was called on.
     *
     * @throws IllegalArgumentException if {@code saved} is something else
     */
    public static MicroGpt restored(byte... saved) {
        return restored(JavaBackend.alone(), saved);
    }

    /** The same, whose floats {@code machine} computes. */
    public static MicroGpt restored(Backend machine, byte... saved) {
        return ModelFile.read(machine, saved);
    }

    /** The texts in the order in which they were read. */
    List<String> asRead() {
        return texts;
    }

    void restore(List<String> asRead, List<String> order, double[] pastLosses, double[] state, long[] drawsState) {
        texts.addAll(asRead);
        characters = new Characters(texts);
        ModelConfig shape = config.shape().model(characters().size());
        int expected = config.arithmetic() == NamesConfig.Arithmetic.SCALAR
                ? ScalarModel.stateLength(shape)
                : FloatModel.stateLength(shape);
        if (state.length != expected) { // before memory is taken for a model that is not there
            throw new IllegalArgumentException("a state of " + state.length + " numbers, expected " + expected);
        }
        initialize();
        shuffled = List.copyOf(order);
        for (double loss : pastLosses) {
            losses.add(loss);
        }
        model().restore(state);
        draws.restore(drawsState);
    }

    /** Its vocabulary. */
    public Characters characters() {
        if (characters == null) {
            throw new IllegalStateException("there are no texts yet: load some first");
        }
        return characters;
    }

    /** What computes. */
    public CharacterModel model() {
        if (model == null) {
            throw new IllegalStateException("there are no weights yet: load texts, and initialize first");
        }
        return model;
    }
}
