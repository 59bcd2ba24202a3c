package microgpt.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.corpus.BosPlacement;
import microgpt.corpus.Window;
import microgpt.model.Decoder;
import microgpt.model.Gpt;
import microgpt.model.Initializer;
import microgpt.model.ModelConfig;
import microgpt.model.Shapes;
import microgpt.model.Weights;
import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

final class GeneratorTest {
    private static final byte[] PROMPT = {1, 2, (byte) 200};

    /** Keeps what it was asked, and answers with the byte one above the last token. */
    private static final class Successor implements NextToken {
        final List<List<Integer>> asked = new ArrayList<>();

        @Override
        public void predict(int[] tokens, int length, float[] logits) {
            asked.add(Arrays.stream(tokens, 0, length).boxed().toList());
            Arrays.fill(logits, 0);
            logits[(tokens[length - 1] + 1) % logits.length] = 1;
        }
    }

    private static int[] generate(Generator generator, int count) {
        int[] text = new int[count];
        for (int i = 0; i < count; i++) {
            text[i] = generator.next();
        }
        return text;
    }

    @Test
    void thePromptIsContinuedAndTheOlderHalfOfAFullWindowIsForgotten() {
        Successor model = new Successor();
        Generator generator = new Generator(model, 4, 256, BosPlacement.STREAM, Sampler.GREEDY, PROMPT);

        assertArrayEquals(new int[] {201, 202, 203}, generate(generator, 3));
        assertEquals(List.of(List.of(1, 2, 200), List.of(1, 2, 200, 201), List.of(200, 201, 202)), model.asked);
    }

    @Test
    void aLongPromptIsCutToItsEnd() {
        Successor model = new Successor();
        new Generator(model, 2, 256, BosPlacement.NEVER, Sampler.GREEDY, PROMPT).next();
        assertEquals(List.of(List.of(2, 200)), model.asked);
    }

    @Test
    void textsBeginAsDocumentsDoInTraining() {
        Successor model = new Successor();
        new Generator(model, 8, 256, BosPlacement.EVERY_DOCUMENT, Sampler.GREEDY).next();
        new Generator(model, 8, 256, BosPlacement.EVERY_DOCUMENT, Sampler.GREEDY, PROMPT).next();
        new Generator(model, 8, 256, BosPlacement.STREAM, Sampler.GREEDY).next();
        assertEquals(List.of(List.of(Window.BOS), List.of(Window.BOS, 1, 2, 200), List.of(10)), model.asked);
    }

    @Test
    void aModelIsAskedWithItsPresentWeightsAndAnothersActivationsAreLeftAlone() {
        ModelConfig config = Shapes.online(1, 8, 6);
        Backend on = JavaBackend.alone();
        Weights weights = new Weights(config, on);
        Initializer.initialize(weights, config, Rng.seeded(4));
        Gpt training = new Gpt(config, on, 1);
        training.forward(weights, new int[] {Window.BOS, 7, 8}, 1, 3);
        float[] before = training.activations().logits.toArray();

        Generator generator = new Generator(
                new Gpt(config, on, 1), weights, BosPlacement.EVERY_DOCUMENT, Sampler.GREEDY, (byte) 7, (byte) 8);
        int first = generator.next();

        assertArrayEquals(before, training.activations().logits.toArray());
        float[] last = Arrays.copyOfRange(before, 2 * config.outputSize(), 3 * config.outputSize());
        assertEquals(Sampler.GREEDY.sample(last), first);
        on.fill(weights.all(), 0);
        assertEquals(0, generator.next());
    }

    @Test
    void keepingKeysAndValuesChangesNoByte() {
        ModelConfig config = Shapes.gpt2(2, 16, 12);
        Backend on = JavaBackend.alone();
        Weights weights = Shapes.shaken(config, on, 5);
        Generator whole = new Generator(
                new Gpt(config, on, 1), weights, BosPlacement.NEVER, Sampler.of(1, 40, 0.9, Rng.seeded(6)), PROMPT);
        Generator kept = new Generator(
                new Decoder(config, on, weights), BosPlacement.NEVER, Sampler.of(1, 40, 0.9, Rng.seeded(6)), PROMPT);
        assertArrayEquals(generate(whole, 40), generate(kept, 40));
    }

    @Test
    void aDecoderReadsEachByteOnceAndHalfAWindowAgainWhenItIsFull() {
        ModelConfig config = Shapes.gpt2(1, 16, 8);
        Backend on = JavaBackend.alone();
        Decoder decoder = new Decoder(config, on, Shapes.shaken(config, on, 7));
        Generator generator = new Generator(decoder, BosPlacement.NEVER, Sampler.GREEDY, PROMPT);
        int[] lengths = new int[8];
        for (int i = 0; i < lengths.length; i++) {
            generator.next();
            lengths[i] = decoder.length();
        }
        assertArrayEquals(new int[] {3, 4, 5, 6, 7, 8, 5, 6}, lengths);
    }

    @Test
    void aDecoderThatForgotIsReadToAnew() {
        ModelConfig config = Shapes.gpt2(1, 16, 8);
        Backend on = JavaBackend.alone();
        Weights weights = Shapes.shaken(config, on, 8);
        Decoder decoder = new Decoder(config, on, weights);
        Generator generator = new Generator(decoder, BosPlacement.NEVER, Sampler.GREEDY, PROMPT);
        generator.next();
        on.fill(weights.all(), 0);
        decoder.forget();
        assertEquals(0, generator.next());
    }
}
