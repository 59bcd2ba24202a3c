package microgpt.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import microgpt.corpus.ByteStream;
import microgpt.numeric.Ema;
import microgpt.numeric.Snapshot;

/**
 * How surprising the stream was, in bits per byte: at present, over the whole run, and in each phase; beside what
 * every predictor was charged. It is told each byte once, in order, with what it cost before anyone learned from it.
 */
public final class Meter {
    /** How many bytes the moving averages reach back, about. */
    public static final int FAST_BYTES = 256;

    public static final int SLOW_BYTES = 4096;

    /** More than a byte can cost: losses are floats. */
    static final double MOST_BITS = 1e39;

    private final ByteStream stream;
    private final Ema fast = Ema.over(FAST_BYTES);
    private final Ema slow = Ema.over(SLOW_BYTES);
    private final Score[] scores = new Score[Predictor.values().length];
    private final Baselines baselines;
    private final List<PhaseVisit> visits = new ArrayList<>();
    private List<Predictor> latest = List.of();
    private long bytes;
    private double bits;
    private double fastLeast = Double.POSITIVE_INFINITY;
    private double fastMost = Double.NEGATIVE_INFINITY;
    private int phase = -1;

    /** A meter for what is read of {@code stream}, which knows the phases. */
    Meter(ByteStream stream) {
        this.stream = stream;
        for (Predictor predictor : Predictor.values()) {
            scores[predictor.index()] = new Score(predictor);
        }
        baselines = new Baselines(stream, score(Predictor.ORDER_0), score(Predictor.ORDER_2), score(Predictor.PPM));
    }

    /** Takes in byte {@code k} of a step, which is {@code value}, with what it cost in {@code result}. */
    void record(StepResult result, int k, int value) {
        double cost = result.bits(k);
        bytes++;
        bits += cost;
        slow.add(cost);
        fast.add(cost);
        double now = fast.value();
        fastLeast = Math.min(fastLeast, now);
        fastMost = Math.max(fastMost, now);
        List<Predictor> predictors = result.predictors();
        latest = predictors;
        for (int i = 0; i < predictors.size(); i++) {
            Score score = score(predictors.get(i));
            score.add(result.bits(score.of(), k));
            score.addShare(result.share(score.of(), k));
        }
        baselines.record(value);
        visitAt(result.position() + k).add(cost);
    }

    private PhaseVisit visitAt(long position) {
        int current = stream.phaseAt(position);
        if (current != phase) {
            phase = current;
            String name = stream.phase(current).name();
            int visit = 1;
            for (PhaseVisit earlier : visits) {
                visit += earlier.name().equals(name) ? 1 : 0;
            }
            if (!visits.isEmpty()) {
                visits.get(visits.size() - 1).end();
            }
            visits.add(new PhaseVisit(name, visit, position));
        }
        return visits.get(visits.size() - 1);
    }

    /** How many bytes were recorded. */
    public long bytes() {
        return bytes;
    }

    /** The mean of the whole run; NaN before the first byte, like the following. */
    public double whole() {
        return bits / bytes;
    }

    /** The moving average over the last {@link #FAST_BYTES} bytes or so. */
    public double fast() {
        return fast.value();
    }

    /** The moving average over the last {@link #SLOW_BYTES} bytes or so. */
    public double slow() {
        return slow.value();
    }

    /** The least that the fast average was since {@link #forgetExtremes()}. */
    public double fastLeast() {
        return fastLeast <= fastMost ? fastLeast : fast.value();
    }

    /** The most that the fast average was since {@link #forgetExtremes()}. */
    public double fastMost() {
        return fastLeast <= fastMost ? fastMost : fast.value();
    }

    /** The extremes were read; they start anew with the next byte. */
    public void forgetExtremes() {
        fastLeast = Double.POSITIVE_INFINITY;
        fastMost = Double.NEGATIVE_INFINITY;
    }

    /** The length of the code for all bytes so far, in bytes. */
    public double codeLengthBytes() {
        return bits / 8;
    }

    /** What {@code predictor} was charged. */
    public Score score(Predictor predictor) {
        return scores[predictor.index()];
    }

    /** Every score that there is: of who has predicted a byte. */
    public List<Score> scores() {
        return Arrays.stream(scores).filter(score -> score.bytes() > 0).toList();
    }

    /** The scores of those who predicted the latest byte, the one that was charged first, and of the baselines. */
    public List<Score> present() {
        List<Score> present = new ArrayList<>();
        for (Predictor predictor : latest) {
            present.add(score(predictor));
        }
        if (bytes > 0) {
            present.add(score(Predictor.PPM));
            present.add(score(Predictor.ORDER_2));
            present.add(score(Predictor.ORDER_0));
        }
        return present;
    }

    /** The chance of {@code value} as the next byte, by how often each has occurred so far; those of all sum to 1. */
    public double order0(int value) {
        return baselines.order0(value);
    }

    /** The index in the stream of the phase that the latest byte is of; -1 before the first byte. */
    public int phase() {
        return phase;
    }

    /** Each stretch of the stream read so far, in order; the last one may be under way. */
    public List<PhaseVisit> visits() {
        return Collections.unmodifiableList(visits);
    }

    /** Bytes of memory of the baselines. */
    long memoryBytes() {
        return baselines.memoryBytes();
    }

    /** What the baselines know is put in only if they could not read the stream again. */
    void save(Snapshot into) {
        into.put("counts", bytes, phase, visits.size());
        into.put(
                "bits",
                bits,
                score(Predictor.ORDER_0).bits(),
                score(Predictor.ORDER_2).bits(),
                fastLeast,
                fastMost);
        for (Score score : scores) {
            score.save(into.part("scores." + score.of().label()));
        }
        into.put("fast", fast.state());
        into.put("slow", slow.state());
        for (int i = 0; i < visits.size(); i++) {
            visits.get(i).save(into.part("visits." + i));
        }
        baselines.save(into);
    }

    /**
     * Adds the parts of going on at {@code position} from what another one saved. Where what the baselines know was not
     * saved, they read the stream again.
     */
    void restoring(Snapshot from, long position, List<Runnable> parts) {
        parts.add(() -> restoreScores(from, position));
        baselines.restoring(from, position, parts);
    }

    private void restoreScores(Snapshot from, long position) {
        from.longs("counts", 3);
        bytes = from.whole("counts", 0, position, position);
        phase = (int) from.whole("counts", 1, bytes == 0 ? -1 : 0, bytes == 0 ? -1 : stream.phaseCount() - 1L);
        from.doubles("bits", 5);
        double most = MOST_BITS * bytes;
        bits = from.number("bits", 0, -most, most);
        score(Predictor.TRANSFORMER).restore(bytes, bits); // it was alone, where the file does not say otherwise
        score(Predictor.ORDER_0).restore(bytes, from.number("bits", 1, -most, most));
        score(Predictor.ORDER_2).restore(bytes, from.number("bits", 2, -most, most));
        for (Score score : scores) {
            Snapshot saved = from.part("scores." + score.of().label());
            if (saved.has("bytes")) {
                score.restore(saved, position);
            }
        }
        fastLeast = from.number("bits", 3, -most, Double.POSITIVE_INFINITY); // infinite where forgotten
        fastMost = from.number("bits", 4, Double.NEGATIVE_INFINITY, most);
        from.restore("fast", fast);
        from.restore("slow", slow);
        restoreVisits(from, from.whole("counts", 2, Math.min(1, bytes), bytes));
    }

    /** Each begins where the one before it ends, and the last ends with what was read. */
    private void restoreVisits(Snapshot from, long count) {
        visits.clear();
        long start = 0;
        for (int i = 0; i < count; i++) {
            PhaseVisit visit = PhaseVisit.restore(from.part("visits." + i), start, bytes, i);
            visits.add(visit);
            start += visit.bytes();
        }
        if (start != bytes) {
            throw new IllegalArgumentException("visits of " + start + " bytes in all, expected " + bytes);
        }
    }
}
