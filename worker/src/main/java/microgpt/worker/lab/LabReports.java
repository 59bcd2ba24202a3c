package microgpt.worker.lab;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.Tensor;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Phase;
import microgpt.corpus.Window;
import microgpt.engine.Counters;
import microgpt.engine.EventLog;
import microgpt.engine.Meter;
import microgpt.engine.PhaseVisit;
import microgpt.engine.PrequentialEngine;
import microgpt.engine.Score;
import microgpt.model.Activations;
import microgpt.model.ModelConfig;
import microgpt.parity.BackendParity;
import microgpt.predict.Neighbour;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;

/** What an engine knows, put as the page is told it. */
final class LabReports {
    private static final int BYTES = 256;
    private static final int NEIGHBOURS = 3;
    private static final int NEIGHBOUR_BYTES = 24;

    private LabReports() {}

    static LabReport.Started started(int run, PrequentialEngine engine, ByteStream stream) {
        List<LabReport.PhaseMark> phases = new ArrayList<>();
        for (Phase phase : stream.phases()) {
            phases.add(new LabReport.PhaseMark(phase.name(), phase.start(), phase.end()));
        }
        return new LabReport.Started(
                run,
                engine.config().model().parameterCount(),
                engine.memoryBytes(),
                engine.config().mostHeldBytes() + LabRun.HELD_BYTES + Past.MOST_BYTES,
                known(stream),
                phases);
    }

    static LabReport.Loading loading(int run, ByteStream stream, String waiting) {
        return new LabReport.Loading(run, stream.size(), known(stream), stream.isComplete(), waiting);
    }

    private static long known(ByteStream stream) {
        return stream.isComplete() ? stream.size() : -1;
    }

    static LabReport.Progress progress(int run, PrequentialEngine engine, double bytesPerSecond) {
        Meter meter = engine.meter();
        Counters counters = engine.counters();
        LabReport.Progress progress = new LabReport.Progress(
                run,
                engine.position(),
                engine.steps(),
                Math.max(0, meter.phase()),
                meter.fast(),
                meter.fastLeast(),
                meter.fastMost(),
                meter.slow(),
                meter.whole(),
                scores(meter),
                meter.codeLengthBytes(),
                engine.learner().learningRate(),
                engine.learner().gradientNorm(),
                bytesPerSecond,
                new LabReport.Counters(counters.skipped(), counters.replayed(), counters.boosted(), counters.clipped()),
                engine.prequential(),
                engine.singleTouch());
        meter.forgetExtremes();
        return progress;
    }

    private static List<LabReport.Score> scores(Meter meter) {
        List<LabReport.Score> scores = new ArrayList<>();
        for (Score score : meter.present()) {
            scores.add(
                    new LabReport.Score(score.of().label(), score.fast(), score.slow(), score.mean(), score.share()));
        }
        return scores;
    }

    /** What mechanisms did since this was last asked. */
    static LabReport.Events events(int run, PrequentialEngine engine) {
        EventLog log = engine.events();
        List<LabReport.Event> events = new ArrayList<>(log.size());
        for (int i = 0; i < log.size(); i++) {
            events.add(new LabReport.Event(kind(log.kind(i)), log.position(i)));
        }
        log.clear();
        return new LabReport.Events(run, events);
    }

    private static LabReport.Event.Kind kind(EventLog.Kind kind) {
        return switch (kind) {
            case SKIPPED -> LabReport.Event.Kind.SKIPPED;
            case REPLAYED -> LabReport.Event.Kind.REPLAYED;
            case BOOSTED -> LabReport.Event.Kind.BOOSTED;
            case CLIPPED -> LabReport.Event.Kind.CLIPPED;
        };
    }

    static LabReport.Phases phases(int run, PrequentialEngine engine) {
        List<LabReport.PhaseScore> scores = new ArrayList<>();
        for (PhaseVisit visit : engine.meter().visits()) {
            scores.add(new LabReport.PhaseScore(
                    visit.name(),
                    visit.visit(),
                    visit.start(),
                    visit.bytes(),
                    visit.mean(),
                    visit.first(),
                    visit.now(),
                    visit.recoveryBytes()));
        }
        return new LabReport.Phases(run, scores);
    }

    /** The likeliest next bytes, and what the byte before them was and cost. */
    static LabReport.NextByte nextByte(LabRun run) {
        PrequentialEngine engine = run.engine();
        float[] probabilities = new float[BYTES];
        engine.peek(probabilities);
        Likeliest likeliest = Likeliest.of(probabilities);
        long position = engine.position();
        int truth = position == 0 ? -1 : run.stream().at(position - 1);
        return new LabReport.NextByte(
                run.id(),
                position,
                likeliest.bytes(),
                likeliest.chances(),
                truth,
                run.tail().lastBits(),
                neighbours(run));
    }

    /** The places that the cache's latest prediction goes by, with what stands before each. */
    private static List<LabReport.Neighbour> neighbours(LabRun run) {
        List<LabReport.Neighbour> neighbours = new ArrayList<>();
        for (Neighbour each : run.engine().neighbours(NEIGHBOURS)) {
            int before = (int) Math.min(each.position(), NEIGHBOUR_BYTES - 1);
            byte[] text = new byte[before + 1];
            run.stream().read(each.position() - before, text, 0, text.length);
            neighbours.add(new LabReport.Neighbour(each.position(), Bytes.of(text), each.share()));
        }
        return neighbours;
    }

    /** The attention of the latest window, which must exist. */
    static LabReport.Attention attention(int run, PrequentialEngine engine) {
        ModelConfig model = engine.config().model();
        Activations activations = engine.lookBack();
        Window window = engine.window();
        int length = window.length();
        List<Integer> tokens = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            tokens.add(window.inputs()[i]);
        }
        int each = model.nHeads() * length * length;
        float[] weights = new float[model.nLayers() * each];
        for (int layer = 0; layer < model.nLayers(); layer++) {
            Tensor attention = activations.blocks.get(layer).attention; // (H*T,T)
            attention.memory().read(attention.offset(), weights, layer * each, each);
        }
        return new LabReport.Attention(run, model.nLayers(), model.nHeads(), length, tokens, Floats.of(weights));
    }

    /** How far {@code backend} is from the reference in each operation. */
    static LabReport.SelfTested selfTested(Backend backend) {
        List<LabReport.Check> checks = new ArrayList<>();
        Backend own = backend.forOneRun();
        List<BackendParity.Result> results = new ArrayList<>(BackendParity.compare(JavaBackend.alone(), own));
        results.addAll(BackendParity.compareLarge(JavaBackend.alone(), own));
        for (BackendParity.Result result : results) {
            checks.add(new LabReport.Check(result.operation(), result.difference(), result.tolerance()));
        }
        own.release();
        return new LabReport.SelfTested(checks);
    }
}
