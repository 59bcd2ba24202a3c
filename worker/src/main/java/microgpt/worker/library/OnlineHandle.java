package microgpt.worker.library;

import java.util.Arrays;
import microgpt.OnlineGpt;
import microgpt.engine.Counters;
import microgpt.engine.Meter;
import microgpt.engine.Predictor;
import microgpt.engine.PrequentialEngine;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Float64Array;
import org.teavm.jso.typedarrays.Int8Array;

/** An {@link OnlineGpt} in the hands of JavaScript. */
public final class OnlineHandle {
    private final OnlineGpt gpt;

    OnlineHandle(OnlineGpt gpt) {
        this.gpt = gpt;
    }

    @JSExport
    public Float32Array observe(Int8Array bytes) {
        return Float32Array.copyFromJavaArray(gpt.observe(bytes.copyToJavaArray()));
    }

    @JSExport
    public Float32Array predict() {
        return Float32Array.copyFromJavaArray(gpt.predict());
    }

    @JSExport
    public Int8Array sample(int length, double temperature, int topK, double topP, double seed) {
        return Int8Array.copyFromJavaArray(gpt.sample(length, temperature, topK, topP, (long) seed));
    }

    /** Changes keys of the recipe that can change while running: a line of {@code key=value} each. */
    @JSExport
    public void tune(String settings) {
        gpt.tune(LibraryMain.changed(gpt.recipe(), settings));
    }

    /** The recipe in force, as JSON. */
    @JSExport
    public String recipe() {
        return gpt.recipe().toJson();
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

    /**
     * Bytes, steps; bits per byte: whole, fast, slow; code length in bytes; skipped, replayed, boosted, clipped; learning
     * rate, gradient norm, parameters, whether prequential and touched once; then the mean of each of {@link #predictors}, in bits per
     * byte, NaN if it predicted nothing.
     */
    @JSExport
    public Float64Array metrics() {
        PrequentialEngine engine = gpt.engine();
        Meter meter = engine.meter();
        Counters counters = engine.counters();
        double[] metrics = {
            engine.position(),
            engine.steps(),
            meter.whole(),
            meter.fast(),
            meter.slow(),
            meter.codeLengthBytes(),
            counters.skipped(),
            counters.replayed(),
            counters.boosted(),
            counters.clipped(),
            engine.learner().learningRate(),
            engine.learner().gradientNorm(),
            engine.config().model().parameterCount(),
            engine.prequential() ? 1 : 0,
            engine.singleTouch() ? 1 : 0
        };
        Predictor[] predictors = Predictor.values();
        double[] all = Arrays.copyOf(metrics, metrics.length + predictors.length);
        for (Predictor predictor : predictors) {
            all[metrics.length + predictor.index()] = meter.score(predictor).mean();
        }
        return Float64Array.copyFromJavaArray(all);
    }

    /** What each byte of the latest call of {@link #observe} cost one of {@link #predictors}; NaN where it did not predict. */
    @JSExport
    public Float32Array latestBits(String predictor) {
        for (Predictor each : Predictor.values()) {
            if (each.label().equals(predictor)) {
                return Float32Array.copyFromJavaArray(gpt.latestBits(each));
            }
        }
        throw new IllegalArgumentException("no predictor is called " + predictor);
    }

    /** The names of those who predict, in the order of {@link #metrics}, with commas between them. */
    @JSExport
    public String predictors() {
        StringBuilder names = new StringBuilder();
        for (Predictor predictor : Predictor.values()) {
            names.append(names.isEmpty() ? "" : ",").append(predictor.label());
        }
        return names.toString();
    }
}
