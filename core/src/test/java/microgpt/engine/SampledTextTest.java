package microgpt.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import microgpt.compute.JavaBackend;
import microgpt.corpus.ByteStream;
import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;
import microgpt.predict.ContinuousCache;
import microgpt.predict.Mixture;
import microgpt.predict.Size;
import microgpt.sampling.Generator;
import microgpt.sampling.Sampler;
import org.junit.jupiter.api.Test;

class SampledTextTest {
    private static final byte[] TEXT =
            "she sells sea shells by the sea shore, he sells tea.\n".repeat(9).getBytes(StandardCharsets.US_ASCII);

    private static final Recipes CACHED = Recipes.plain().cache(new ContinuousCache.Settings(true, 20, 0.5, 0.2, 0.05));
    private static final Recipes MIXED = Recipes.plain().mixture(new Mixture.Settings(true, Size.MINI, 1));

    /** A run and what it reads. */
    private record Run(PrequentialEngine engine, ByteStream stream) {
        static Run of(Recipes recipes) {
            ByteStream stream = ByteStream.of("text", TEXT);
            return new Run(new PrequentialEngine(recipes.config(), JavaBackend.alone(), stream), stream);
        }

        Run read(int steps) {
            for (int i = 0; i < steps; i++) {
                engine.step();
            }
            return this;
        }

        SampledText from(long seed, String prompt) {
            byte[] bytes = prompt.getBytes(StandardCharsets.US_ASCII);
            return SampledText.from(engine, stream, Sampler.of(1, 0, 1, Rng.seeded(seed)), bytes);
        }

        Snapshot saved() {
            Snapshot saved = new Snapshot();
            engine.save(saved);
            return saved;
        }
    }

    private static byte[] write(SampledText text, int length) {
        byte[] written = new byte[length];
        for (int i = 0; i < length; i++) {
            written[i] = (byte) text.next();
        }
        return written;
    }

    @Test
    void aRunThatIsSampledHasTheLossesOfOneThatIsNot() {
        for (Recipes recipes : new Recipes[] {Recipes.everything(), CACHED, MIXED, Recipes.plain()}) {
            Run sampled = Run.of(recipes);
            Run left = Run.of(recipes);
            SampledText longer = sampled.from(1, "");
            for (int step = 0; sampled.engine.canStep(); step++) {
                write(longer, 2);
                if (step % 10 == 0) {
                    write(sampled.from(step, "he sells "), 30);
                    write(SampledText.goingOn(sampled.engine, sampled.stream, Sampler.GREEDY), 10);
                }
                StepResult one = sampled.engine.step();
                StepResult other = left.engine.step();
                assertArrayEquals(other.losses(), one.losses(), "step " + step);
                for (Predictor predictor : other.predictors()) {
                    assertEquals(other.bits(predictor, 0), one.bits(predictor, 0), "step " + step);
                }
            }
            assertSame(left.saved(), sampled.saved());
        }
    }

    private static void assertSame(Snapshot expected, Snapshot found) {
        assertEquals(expected.arrays().keySet(), found.arrays().keySet());
        expected.arrays()
                .forEach((name, array) -> assertTrue(
                        Arrays.deepEquals(
                                new Object[] {array},
                                new Object[] {found.arrays().get(name)}),
                        name));
    }

    @Test
    void whoIsChargedWrites() {
        assertEquals(Predictor.MIXTURE, Run.of(Recipes.everything()).from(1, "").by());
        assertEquals(Predictor.CACHE, Run.of(CACHED).from(1, "").by());
        assertEquals(Predictor.TRANSFORMER, Run.of(Recipes.plain()).from(1, "").by());
        Run mixed = Run.of(MIXED);
        SampledText text = mixed.from(1, "");
        mixed.engine.tune(Recipes.plain().config());
        assertEquals(Predictor.TRANSFORMER, text.by());
        text.next();
    }

    @Test
    void theTransformerAloneWritesAsItAlwaysDid() {
        Run run = Run.of(Recipes.plain()).read(60);
        for (String prompt : new String[] {"", "he sells "}) {
            Generator generator = new Generator(
                    run.engine.gpt(),
                    run.engine.learner().predicting(),
                    run.engine.config().beginning(),
                    Sampler.of(1, 0, 1, Rng.seeded(7)),
                    prompt.getBytes(StandardCharsets.US_ASCII));
            byte[] expected = new byte[60];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = (byte) generator.next();
            }
            assertArrayEquals(expected, write(run.from(7, prompt), 60));
        }
    }

    /** Nothing is learned inside a stride, so what is supposed is as good as what came. */
    @Test
    void ofAStrideTheTransformerSaysWhatIsCharged() {
        Run run = Run.of(Recipes.plain()).read(50);
        int position = (int) run.engine.position();
        byte[] next = Arrays.copyOfRange(TEXT, position, position + 4);
        float[] probs = new float[256];
        double[] expected = new double[4];
        for (int k = 0; k < 4; k++) {
            run.engine.peekAfter(next, k, probs);
            expected[k] = -Math.log(probs[next[k]]);
        }
        StepResult step = run.engine.step();
        for (int k = 0; k < 4; k++) {
            assertEquals(expected[k], step.losses()[k], 1e-5);
        }
    }

    @Test
    void whateverIsSupposedTheNextByteIsOneOf256() {
        float[] probs = new float[256];
        for (Recipes recipes : new Recipes[] {Recipes.everything(), CACHED, Recipes.plain()}) {
            Run run = Run.of(recipes).read(70);
            for (int count = 0; count < 40; count += 3) {
                run.engine.peekAfter(TEXT, count, probs);
                double sum = 0;
                for (float p : probs) {
                    sum += p;
                }
                assertEquals(1, sum, 1e-5, "supposed: " + count);
            }
        }
    }

    @Test
    void theFirstByteIsDrawnFromWhatIsChargedForIt() {
        Run run = Run.of(Recipes.everything()).read(80);
        float[] probs = new float[256];
        run.engine.peek(probs);
        Rng rng = Rng.seeded(3);
        int[] drawn = new int[256];
        for (int i = 0; i < 3000; i++) {
            Sampler sampler = Sampler.of(1, 0, 1, Rng.seeded(rng.nextLong()));
            drawn[SampledText.goingOn(run.engine, run.stream, sampler).next()]++;
        }
        for (int b = 0; b < 256; b++) {
            assertEquals(probs[b], drawn[b] / 3000.0, 0.03, "byte " + b);
        }
    }

    @Test
    void theMixtureKnowsByHeartWhatTheTransformerDoesNotKnowYet() {
        Run run = Run.of(MIXED).read(TEXT.length / 4);
        SampledText text = SampledText.from(
                run.engine, run.stream, Sampler.GREEDY, "she sells sea".getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                " shells by the sea shore, he sells tea.\n", new String(write(text, 40), StandardCharsets.US_ASCII));
    }

    @Test
    void writingLeavesNoGarbage() {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Run run = Run.of(Recipes.everything()).read(60);
        SampledText text = run.from(2, "he sells ");
        write(text, 200);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = thread.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20; i++) {
                text.next();
            }
            least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    @Test
    void aTextMayBeLongerThanWhatIsSupposed() {
        Run run = Run.of(MIXED).read(20);
        byte[] prompt = new byte[5000];
        Arrays.fill(prompt, (byte) 'a');
        SampledText text = SampledText.from(run.engine, run.stream, Sampler.GREEDY, prompt);
        assertEquals("aaaaa", new String(write(text, 5), StandardCharsets.US_ASCII));
    }
}
