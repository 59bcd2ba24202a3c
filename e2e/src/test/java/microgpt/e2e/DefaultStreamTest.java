package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.protocol.lab.LabReport.PhaseScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stream that a newcomer sees first, read to its end by the preset that a newcomer sees first. */
@ExtendWith(LabExtension.class)
final class DefaultStreamTest {
    private static final int SETTLED_BYTES = 512;
    private static final int SURPRISED_BYTES = 32;
    /** Bits per byte of the whole stream; what was measured, and a tenth more. */
    private static final double MOST_BITS = 1.3;

    @Test
    void theLossFallsInEachPhaseJumpsAtEachBoundaryAndRecovers(Lab lab) throws IOException {
        List<LabReport> reports = readAll(lab);
        float[] bits = bits(reports);
        Set<String> seen = new HashSet<>();
        double before = Double.NaN;
        for (PhaseScore visit : phases(reports)) {
            double surprise = mean(bits, visit.start(), visit.start() + SURPRISED_BYTES);
            Figures.print("phase", sentence(visit, before, surprise));
            if (seen.add(visit.name())) { // what returns need not surprise
                assertTrue(visit.now() < visit.first(), "the loss falls in " + visit);
                assertTrue(visit.now() < surprise, "it recovers from its surprise: " + visit);
                assertTrue(visit.start() == 0 || surprise > before, "the boundary of " + visit + " is a jump");
            }
            before = mean(bits, visit.start() + visit.bytes() - SETTLED_BYTES, visit.start() + visit.bytes());
        }
        assertStoriesAreRemembered(phases(reports));
        double whole = mean(bits, 0, bits.length);
        Figures.print("bits per byte of the whole stream", String.format(Locale.ROOT, "%.3f", whole));
        assertTrue(whole < MOST_BITS, whole + " bits per byte");
        assertShorterThanGzip(reports);
    }

    /** Each return costs less at first than the visit before, as the headline says. */
    private static void assertStoriesAreRemembered(List<PhaseScore> phases) {
        double before = Double.POSITIVE_INFINITY;
        for (PhaseScore visit : phases) {
            if (visit.name().equals("stories") && visit.visit() <= 3) {
                assertTrue(visit.first() < 0.75 * before, visit + " after " + before);
                before = visit.first();
            }
        }
    }

    /** From the first kilobyte on the mixture's code is shorter than what gzip makes of the same bytes. */
    private static void assertShorterThanGzip(List<LabReport> reports) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (LabReport report : reports) {
            if (report instanceof LabReport.Read read
                    && read.position() - read.bytes().size() == text.size()) {
                text.write(read.bytes().toArray());
            }
        }
        long compared = 0;
        for (LabReport report : reports) {
            if (report instanceof LabReport.Progress progress && progress.position() >= compared + 1000) {
                compared = progress.position();
                byte[] read = Arrays.copyOf(text.toByteArray(), (int) compared);
                double own = progress.codeLengthBytes();
                assertTrue(own < gzipped(read), compared + " bytes cost " + own + ", gzip needs " + gzipped(read));
            }
        }
        assertTrue(text.size() - compared < 2000, "compared to byte " + compared);
    }

    private static int gzipped(byte... bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }

    private static String sentence(PhaseScore visit, double before, double surprise) {
        return String.format(
                Locale.ROOT,
                "%s, visit %d: %.2f bits before, %.2f at first, %.2f over the first 1,000 bytes, %.2f in the mean, %.2f at"
                        + " the end; recovered after %d bytes",
                visit.name(),
                visit.visit(),
                before,
                surprise,
                visit.first(),
                visit.mean(),
                visit.now(),
                visit.recoveryBytes());
    }

    private static List<LabReport> readAll(Lab lab) throws IOException {
        String recipe = Files.readString(LabExtension.built().resolve("configs/online.small.json"));
        String plan = Files.readString(LabExtension.built().resolve("configs/phases.visits.json"));
        BareWorker worker = BareWorker.openFast(lab.page(), lab.site());
        worker.until(report -> report instanceof LabReport.Ready);
        // below the speed at which reports begin to leave bytes out
        worker.send(List.of(
                new LabCommand.Start(recipe, new Source.Phases(plan)),
                new LabCommand.Speed(1000),
                new LabCommand.Run()));
        return worker.until(report -> report instanceof LabReport.Transport transport && transport.atEnd());
    }

    /** As they were told last. */
    private static List<PhaseScore> phases(List<LabReport> reports) {
        return reports.stream()
                .filter(LabReport.Phases.class::isInstance)
                .map(LabReport.Phases.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .scores();
    }

    /** What each byte cost; NaN where the reports left it out. */
    private static float[] bits(List<LabReport> reports) {
        List<Float> bits = new ArrayList<>();
        for (LabReport report : reports) {
            if (report instanceof LabReport.Read read) {
                while (bits.size() < read.position() - read.bits().size()) {
                    bits.add(Float.NaN);
                }
                for (int i = 0; i < read.bits().size(); i++) {
                    bits.add(read.bits().at(i));
                }
            }
        }
        float[] array = new float[bits.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = bits.get(i);
        }
        return array;
    }

    private static double mean(float[] bits, long start, long end) {
        double sum = 0;
        int count = 0;
        for (int i = (int) start; i < Math.min(end, bits.length); i++) {
            if (!Float.isNaN(bits[i])) {
                sum += bits[i];
                count++;
            }
        }
        return sum / count;
    }
}
