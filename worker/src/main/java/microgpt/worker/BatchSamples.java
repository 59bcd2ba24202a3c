package microgpt.worker;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.function.Consumer;
import microgpt.corpus.Beginning;
import microgpt.numeric.Nullable;
import microgpt.numeric.Rng;
import microgpt.protocol.Bytes;
import microgpt.protocol.TrainCommand;
import microgpt.protocol.TrainReport;
import microgpt.sampling.Generator;
import microgpt.sampling.Sampler;

/** Texts that a run by batches is to write, one after the other, a byte at a time between the parts of its work. */
final class BatchSamples {
    private static final double PIECE_MILLIS = 50;
    private static final int MOST_BYTES = 100_000;

    private final EventLoop loop;
    private final Consumer<TrainReport> page;
    private final Queue<Wish> waiting = new ArrayDeque<>();
    private final Throttle pieces = new Throttle(PIECE_MILLIS);

    /** A text on its way. */
    private static final class Wish {
        final int id;
        final long steps;
        final BatchRun run;
        final Generator generator;
        final ByteArrayOutputStream all = new ByteArrayOutputStream();
        int unsentFrom;
        int left;
        double spentMillis;

        Wish(TrainCommand.Sample sample, BatchRun run, Generator generator) {
            id = sample.id();
            steps = run.trainer().steps();
            this.run = run;
            this.generator = generator;
            left = sample.length();
        }
    }

    BatchSamples(EventLoop loop, Consumer<TrainReport> page) {
        this.loop = loop;
        this.page = page;
    }

    void add(TrainCommand.Sample sample, BatchRun run) {
        if (sample.length() < 1 || sample.length() > MOST_BYTES) {
            throw new IllegalArgumentException("a length of " + sample.length() + " must be 1 to " + MOST_BYTES);
        }
        Sampler sampler = Sampler.of(sample.temperature(), sample.topK(), sample.topP(), Rng.seeded(sample.seed()));
        Generator generator = new Generator(
                run.trainer().gpt(),
                run.trainer().learner().predicting(),
                Beginning.NEVER,
                sampler,
                sample.prompt().toArray());
        waiting.add(new Wish(sample, run, generator));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Gives up what is waiting; the page is told that it ends there. */
    void clear() {
        for (Wish wish : waiting) {
            wish.left = 0;
            tell(wish);
        }
        waiting.clear();
    }

    /** Writes until {@code endMillis}, at least one byte if there is any to write. */
    void generate(double endMillis) {
        @Nullable Wish wish = waiting.peek();
        while (wish != null) {
            double start = loop.nowMillis();
            advance(wish);
            double now = loop.nowMillis();
            wish.spentMillis += now - start;
            pieces.note();
            if (wish.left == 0 || pieces.isDue(now)) {
                pieces.told(now);
                tell(wish);
            }
            if (wish.left == 0) {
                waiting.remove();
                if (wish.id < 0) {
                    wish.run.wrote(wish.all.toByteArray());
                }
            }
            wish = now < endMillis ? waiting.peek() : null;
        }
    }

    private void advance(Wish wish) {
        try {
            wish.all.write(wish.generator.next());
            wish.left--;
        } catch (RuntimeException e) {
            page.accept(new TrainReport.Failed("sampling", Trouble.describe(e)));
            wish.left = 0;
        }
    }

    private void tell(Wish wish) {
        byte[] all = wish.all.toByteArray();
        byte[] unsent = Arrays.copyOfRange(all, wish.unsentFrom, all.length);
        wish.unsentFrom = all.length;
        page.accept(new TrainReport.Sampled(
                wish.id,
                wish.steps,
                Bytes.of(unsent),
                wish.left == 0,
                wish.spentMillis > 0 ? 1000 * all.length / wish.spentMillis : 0));
    }
}
