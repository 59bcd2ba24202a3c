package microgpt.web.text;

import static microgpt.web.Reports.progress;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class CodeLengthTest {
    private final CodeLength length = new CodeLength();

    @Test
    void beforeTheFirstByteNothingIsKnown() {
        assertEquals("–", length.now());
        length.add(progress(0, 0));
        assertEquals("–", length.now());
    }

    @Test
    void gzipIsComparedAtItsOwnPosition() {
        length.add(progress(1_000, 499.5));
        length.add(progress(2_000, 800));
        length.add(new LabReport.Gzipped(1, 1_000, 400));
        assertEquals("2,000 bytes in 800 (3.20 bits per byte)", length.now());
        assertEquals(
                "gzip would need 400 bytes for these 1,000; this tab needs 500, and can give them back.",
                length.comparison());
    }

    @Test
    void whatNoDecoderCouldRepeatIsNotPromisedBack() {
        LabReport.Progress mixed = progress(1_000, 500);
        for (LabReport.Progress without : List.of(withScores(mixed, "transformer"), withScores(mixed), told(mixed))) {
            length.clear();
            length.add(without);
            length.add(new LabReport.Gzipped(1, 1_000, 400));
            assertEquals("gzip would need 400 bytes for these 1,000; this tab needs 500.", length.comparison());
        }
    }

    private static LabReport.Progress withScores(LabReport.Progress of, String... predictors) {
        return copy(
                of,
                Stream.of(predictors)
                        .map(name -> new LabReport.Score(name, 3, 3, 3, Double.NaN))
                        .toList(),
                true);
    }

    private static LabReport.Progress told(LabReport.Progress of) {
        return copy(of, of.scores(), false);
    }

    private static LabReport.Progress copy(LabReport.Progress of, List<LabReport.Score> scores, boolean prequential) {
        return new LabReport.Progress(
                of.run(),
                of.position(),
                of.step(),
                of.phase(),
                of.fast(),
                of.fastMin(),
                of.fastMax(),
                of.slow(),
                of.whole(),
                scores,
                of.codeLengthBytes(),
                of.learningRate(),
                of.gradientNorm(),
                of.bytesPerSecond(),
                of.counters(),
                prequential,
                of.singleTouch());
    }

    @Test
    void beyondAMebibyteGzipBeginsAnew() {
        length.add(progress((1 << 20) + 1, 500));
        length.add(new LabReport.Gzipped(1, (1 << 20) + 1, 400));
        assertEquals(
                "gzip, begun anew at each MiB, would need 400 bytes for these 1,048,577; this tab needs 500, and can give"
                        + " them back.",
                length.comparison());
    }

    @Test
    void aPositionThatIsNotRememberedIsNotCompared() {
        length.add(progress(1_000, 500));
        length.add(new LabReport.Gzipped(1, 999, 400));
        assertEquals("", length.comparison());
    }
}
