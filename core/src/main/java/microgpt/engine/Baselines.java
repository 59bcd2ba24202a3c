package microgpt.engine;

import java.util.List;
import java.util.function.LongConsumer;
import microgpt.baseline.CountModel;
import microgpt.baseline.PpmModel;
import microgpt.corpus.ByteStream;
import microgpt.numeric.Snapshot;

/** The models that a run is compared with: each is charged for a byte of the stream, then reads it. */
final class Baselines {
    /** Bytes of memory that they hold at most. */
    static final long MOST_BYTES = CountModel.mostMemoryBytes(0) + CountModel.mostMemoryBytes(2) + PpmModel.MOST_BYTES;

    /** What is read again in one part: some milliseconds' work. */
    private static final int PIECE = 4096;

    private final ByteStream stream;
    private final CountModel order0 = new CountModel(0);
    private final CountModel order2 = new CountModel(2);
    private final PpmModel ppm = new PpmModel();
    private final Score order0Score;
    private final Score order2Score;
    private final Score ppmScore;

    Baselines(ByteStream stream, Score order0Score, Score order2Score, Score ppmScore) {
        this.stream = stream;
        this.order0Score = order0Score;
        this.order2Score = order2Score;
        this.ppmScore = ppmScore;
    }

    /** Takes in the next byte, which is {@code value}. */
    void record(int value) {
        order0Score.add(order0.bits(value));
        order0.observe(value);
        order2Score.add(order2.bits(value));
        order2.observe(value);
        ppmScore.add(ppm.bits(value));
        ppm.observe(value);
    }

    /** The chance of {@code value} as the next byte, by order 0. */
    double order0(int value) {
        return order0.probability(value);
    }

    long memoryBytes() {
        return order0.memoryBytes() + order2.memoryBytes() + ppm.memoryBytes();
    }

    /** What they know is put in only if they could not read the stream again. */
    void save(Snapshot into) {
        into.part("ppm").put("from", ppm.from());
        if (!stream.isWhole()) {
            order0.save(into.part("order0"));
            order2.save(into.part("order2"));
            ppm.save(into.part("ppm"));
        }
    }

    /** Adds the parts of going on after {@code bytes} bytes from what others saved, or from reading the stream again. */
    void restoring(Snapshot from, long bytes, List<Runnable> parts) {
        restoringCounts(from, bytes, parts);
        restoringPpm(from.part("ppm"), bytes, parts);
    }

    private void restoringCounts(Snapshot from, long bytes, List<Runnable> parts) {
        if (from.part("order0").has("counts")) {
            parts.add(() -> {
                order0.restore(from.part("order0"));
                order2.restore(from.part("order2"));
            });
            return;
        }
        if (!stream.isWhole()) {
            throw new IllegalArgumentException(
                    "what was counted must be saved, or the stream must still hold its beginning");
        }
        inPieces(0, bytes, parts, at -> {
            order0.observe(stream.at(at));
            order2.observe(stream.at(at));
        });
    }

    /**
     * What was read since PPM last started anew is all that it knows. A file from before it was there has nothing of it: then
     * it is charged for the whole stream now, or, if the beginning was given up, joins with the next byte.
     */
    private void restoringPpm(Snapshot from, long bytes, List<Runnable> parts) {
        if (from.has("latest")) {
            parts.add(() -> ppm.restore(from, bytes));
            return;
        }
        boolean charged = from.has("from");
        if (charged) {
            from.longs("from", 1);
        }
        long start = charged ? from.whole("from", 0, 0, bytes) : stream.isWhole() ? 0 : bytes;
        parts.add(() -> ppm.startAt(start));
        inPieces(start, bytes, parts, at -> {
            if (!charged) {
                ppmScore.add(ppm.bits(stream.at(at)));
            }
            ppm.observe(stream.at(at));
        });
    }

    private static void inPieces(long from, long end, List<Runnable> parts, LongConsumer each) {
        for (long piece = from; piece < end; piece += PIECE) {
            long first = piece;
            parts.add(() -> {
                for (long at = first; at < Math.min(first + PIECE, end); at++) {
                    each.accept(at);
                }
            });
        }
    }
}
