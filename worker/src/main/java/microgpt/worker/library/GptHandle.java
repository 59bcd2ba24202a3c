package microgpt.worker.library;

import java.util.Arrays;
import microgpt.MicroGpt;
import microgpt.MicroGpt.Trained;
import microgpt.names.CharacterModel.Matrix;
import microgpt.names.CharacterModel.Statistics;
import microgpt.names.NameSampler;
import microgpt.names.NamesConfig;
import microgpt.names.NamesConfig.Arithmetic;
import microgpt.names.NamesConfig.Learning;
import microgpt.names.ScalarModel;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Float64Array;
import org.teavm.jso.typedarrays.Int8Array;

/** A {@link MicroGpt} in the hands of JavaScript. */
public final class GptHandle {
    private final MicroGpt gpt;

    GptHandle(MicroGpt gpt) {
        this.gpt = gpt;
    }

    /** Takes the lines as texts, and shuffles them. */
    @JSExport
    public void read(String lines) {
        gpt.read(lines);
    }

    /** Draws fresh weights. */
    @JSExport
    public void initialize() {
        gpt.initialize();
    }

    @JSExport
    public boolean hasWeights() {
        return gpt.hasWeights();
    }

    @JSExport
    public void reset() {
        gpt.reset();
    }

    @JSExport
    public void tune(double learningRate, double beta1, double beta2, double epsilon, int steps, int batch) {
        gpt.tune(new Learning(learningRate, beta1, beta2, epsilon, steps, batch));
    }

    /** The numbers {@link #tune} takes, in its order. */
    @JSExport
    public Float64Array learning() {
        Learning learning = gpt.config().learning();
        return Float64Array.copyFromJavaArray(new double[] {
            learning.learningRate(),
            learning.beta1(),
            learning.beta2(),
            learning.epsilon(),
            learning.steps(),
            learning.batch()
        });
    }

    /** Learns once: step, loss, learning rate, and the mean and the standard deviation of all weights after it. */
    @JSExport
    public Float64Array train() {
        Trained trained = gpt.train();
        Statistics weights = gpt.model().statistics();
        return Float64Array.copyFromJavaArray(new double[] {
            trained.step(), trained.loss(), trained.learningRate(), weights.mean(), weights.deviation()
        });
    }

    /** The text that the {@code step}th step, from 1, learned last. */
    @JSExport
    public String learnedText(int step) {
        long last = (long) step * gpt.config().learning().batch() - 1;
        return gpt.texts().get((int) (last % gpt.texts().size()));
    }

    /** The tokens of a text, the beginning and the end included. */
    @JSExport
    public Float64Array document(String text) {
        int[] tokens = gpt.characters().document(text);
        double[] numbers = new double[tokens.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = tokens[i];
        }
        return Float64Array.copyFromJavaArray(numbers);
    }

    /** What a position of the text learned last computed; see {@link Views}. */
    @JSExport
    public Float64Array view(int position) {
        return Views.flat(gpt.model().view(position));
    }

    /** Writes a text with the shared draws. */
    @JSExport
    public TextHandle generate(double temperature, int topK, double topP, String prompt) {
        return new TextHandle(gpt.generate(new NameSampler(temperature, topK, topP, prompt)));
    }

    /** Writes the text that {@code seed} stands for. */
    @JSExport
    public TextHandle generateSeeded(double temperature, int topK, double topP, String prompt, double seed) {
        return new TextHandle(gpt.generate(new NameSampler(temperature, topK, topP, prompt), (long) seed));
    }

    @JSExport
    public Float64Array losses() {
        return Float64Array.copyFromJavaArray(gpt.losses());
    }

    @JSExport
    public int textCount() {
        return gpt.texts().size();
    }

    @JSExport
    public String text(int index) {
        return gpt.texts().get(index);
    }

    /** The number of tokens, the end included. */
    @JSExport
    public int vocabularySize() {
        return gpt.characters().size();
    }

    @JSExport
    public String character(int token) {
        return gpt.characters().text(token);
    }

    @JSExport
    public int parameterCount() {
        return gpt.parameterCount();
    }

    @JSExport
    public int matrixCount() {
        return gpt.model().matrices().size();
    }

    @JSExport
    public MatrixHandle matrix(int index) {
        Matrix matrix = gpt.model().matrices().get(index);
        return new MatrixHandle(matrix);
    }

    /** Whether every weight is a {@link microgpt.scalar.Value}. */
    @JSExport
    public boolean isScalar() {
        return gpt.model() instanceof ScalarModel;
    }

    /** The {@code index}th weight of a scalar model, in the order of the matrices, row by row. */
    @JSExport
    public ValueHandle weight(int index) {
        return new ValueHandle(((ScalarModel) gpt.model()).adam().parameters().get(index));
    }

    /** Adam's averages of the gradients, then those of their squares. */
    @JSExport
    public Float64Array moments() {
        double[] state = gpt.model().state();
        int count = gpt.parameterCount();
        return Float64Array.copyFromJavaArray(Arrays.copyOfRange(state, count, 3 * count));
    }

    @JSExport
    public DrawsHandle draws() {
        return new DrawsHandle(gpt.draws());
    }

    /** What computes it. */
    @JSExport
    public String backend() {
        return gpt.backend();
    }

    /** Gives its memory back; it is of no use afterwards. */
    @JSExport
    public void release() {
        gpt.release();
    }

    @JSExport
    public Int8Array save() {
        return Int8Array.copyFromJavaArray(gpt.save());
    }

    /** Seed, whether of floats, layers, heads, width, context: for one who only has the saved bytes. */
    @JSExport
    public Float64Array shape() {
        NamesConfig config = gpt.config();
        NamesConfig.Shape shape = config.shape();
        return Float64Array.copyFromJavaArray(new double[] {
            config.seed(),
            config.arithmetic() == Arithmetic.FLOAT32 ? 1 : 0,
            shape.nLayers(),
            shape.nHeads(),
            shape.dModel(),
            shape.contextLength()
        });
    }
}
