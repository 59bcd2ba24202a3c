package microgpt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Corpus;
import microgpt.corpus.PhasePlan;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselinesTest {
    private static final int FIRST = 20_000; // more than a page of the stream

    private final byte[] text =
            "it was the best of times, it was the worst of times. ".repeat(450).getBytes(StandardCharsets.US_ASCII);

    /** A meter of the baselines alone. */
    private record Run(ByteStream stream, Meter meter) {
        Run(ByteStream stream) {
            this(stream, new Meter(stream));
        }

        static Run restored(ByteStream stream, Snapshot from) {
            Run run = new Run(stream);
            List<Runnable> parts = new ArrayList<>();
            run.meter.restoring(from, FIRST, parts);
            parts.forEach(Runnable::run);
            return run;
        }

        Run read(int from, int to) {
            for (int at = from; at < to; at++) {
                StepResult result = new StepResult(1);
                result.position = at;
                result.transformer(0, 1);
                meter.record(result, 0, stream.at(at));
            }
            return this;
        }

        Score score(Predictor predictor) {
            return meter.score(predictor);
        }

        double ppm() {
            return score(Predictor.PPM).bits();
        }

        Snapshot saved() {
            Snapshot snapshot = new Snapshot();
            meter.save(snapshot);
            return snapshot;
        }
    }

    private ByteStream whole() {
        return ByteStream.of("times", text);
    }

    private ByteStream once() {
        ByteStream stream = new ByteStream("times").readOnce();
        stream.append(text, 0, text.length);
        return stream;
    }

    /** What was saved by a version that knew no PPM. */
    private static Snapshot withoutPpm(Snapshot saved) {
        saved.arrays().keySet().removeIf(name -> name.contains("ppm"));
        return saved;
    }

    @ParameterizedTest
    @ValueSource(strings = {"phases", "phases.stories"})
    void longerContextsPredictTheBuiltInTextBetter(String plan) throws IOException {
        Path file = Path.of("../configs/" + plan + ".json");
        ByteStream stream = Corpus.build(PhasePlan.parse(plan, Files.readString(file)));
        Run run = new Run(stream).read(0, (int) stream.size());
        double ppm = run.score(Predictor.PPM).mean();
        double order2 = run.score(Predictor.ORDER_2).mean();
        assertTrue(ppm < 0.9 * order2, ppm + " " + order2);
        assertTrue(order2 < run.score(Predictor.ORDER_0).mean());
    }

    @Test
    void whatCanBeReadAgainIsNotSaved() {
        Run run = new Run(whole()).read(0, FIRST);
        Snapshot saved = run.saved();
        assertTrue(saved.has("ppm.from") && !saved.has("ppm.parents"));
        Run restored = Run.restored(run.stream, saved);
        assertEquals(run.ppm(), restored.ppm());
        assertEquals(
                run.read(FIRST, text.length).ppm(),
                restored.read(FIRST, text.length).ppm());
    }

    @Test
    void whatWasGivenUpIsSaved() {
        Run run = new Run(once()).read(0, FIRST);
        run.stream.forgetBefore(FIRST);
        assertFalse(run.stream.isWhole());
        Run restored = Run.restored(run.stream, run.saved());
        assertEquals(
                run.read(FIRST, text.length).ppm(),
                restored.read(FIRST, text.length).ppm());
    }

    @Test
    void anEarlierFileIsChargedForWhatCanBeReadAgain() {
        Run run = new Run(whole()).read(0, FIRST);
        Run restored = Run.restored(run.stream, withoutPpm(run.saved()));
        assertEquals(run.ppm(), restored.ppm());
        assertEquals(
                run.score(Predictor.PPM).slow(), restored.score(Predictor.PPM).slow());
        assertEquals(
                run.read(FIRST, text.length).ppm(),
                restored.read(FIRST, text.length).ppm());
    }

    @Test
    void inAnEarlierFileWhoseBeginningWasGivenUpItJoins() {
        Run run = new Run(once()).read(0, FIRST);
        run.stream.forgetBefore(FIRST);
        Run restored = Run.restored(run.stream, withoutPpm(run.saved()));
        assertTrue(Double.isNaN(restored.score(Predictor.PPM).mean()));
        assertTrue(restored.meter.scores().stream().noneMatch(score -> score.of() == Predictor.PPM));
        assertEquals(FIRST, restored.score(Predictor.ORDER_2).bytes());
        restored.read(FIRST, FIRST + 1);
        assertEquals(1, restored.score(Predictor.PPM).bytes());
        assertEquals(8, restored.ppm(), 1e-12, "it has read nothing");
    }

    @Test
    void aBeginningThatWasNotReadYetIsRefused() {
        Run run = new Run(whole()).read(0, FIRST);
        Snapshot saved = run.saved();
        saved.put("ppm.from", FIRST + 1L);
        assertThrows(IllegalArgumentException.class, () -> Run.restored(run.stream, saved));
    }
}
