package microgpt.worker.train;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.function.Consumer;
import microgpt.corpus.BosPlacement;
import microgpt.numeric.Nullable;
import microgpt.numeric.Rng;
import microgpt.protocol.Bytes;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.sampling.Generator;
import microgpt.sampling.Sampler;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Task;
import microgpt.worker.loop.Throttle;

/**
 * Texts that a run by batches is to write, one after the other, a byte at a time between the parts of its work. Each is by
 * the weights as they are when it begins, whatever is learned meanwhile: the same seed after the same step writes the same.
 */
final class TrainSamples {
    private static final double PIECE_MILLIS = 50;
    private static final int MOST_BYTES = 100_000;

    private final EventLoop loop;
    private final Consumer<TrainReport> page;
    private final Queue<Wish> waiting = new ArrayDeque<>();
    private final Throttle pieces = new Throttle(PIECE_MILLIS);

    /** A text on its way. */
    private static final class Wish {
        final int id;
        final TrainRun run;
        final Task task;
        final Sampler sampler;
        final byte[] prompt;
        final ByteArrayOutputStream all = new ByteArrayOutputStream();
        int unsentFrom;
        int left;
        double spentMillis;
        private long steps;
        private @Nullable Generator generator;

        Wish(TrainCommand.Sample sample, TrainRun run, Task task) {
            id = sample.id();
            this.run = run;
            this.task = task;
            sampler = Sampler.of(sample.temperature(), sample.topK(), sample.topP(), Rng.seeded(sample.seed()));
            prompt = sample.prompt().toArray();
            left = sample.length();
            steps = run.trainer().steps();
        }

        /** From now on the run may change; the reader is taken from whoever was before. */
        Generator begin() {
            steps = run.trainer().steps();
            Generator begun = new Generator(run.decoder(), BosPlacement.NEVER, sampler, prompt);
            generator = begun;
            return begun;
        }

        boolean hasBegun() {
            return generator != null;
        }

        boolean comesByItself() {
            return id < 0;
        }

        void advance() {
            Generator of = generator;
            all.write((of == null ? begin() : of).next());
            left--;
        }
    }

    TrainSamples(EventLoop loop, Consumer<TrainReport> page) {
        this.loop = loop;
        this.page = page;
    }

    void add(TrainCommand.Sample sample, TrainRun run, Task task) {
        if (sample.length() < 1 || sample.length() > MOST_BYTES) {
            throw new IllegalArgumentException("a length of " + sample.length() + " must be 1 to " + MOST_BYTES);
        }
        Wish wish = new Wish(sample, run, task);
        if (wish.comesByItself()) {
            waiting.removeIf(other -> other.comesByItself() && !other.hasBegun()); // steps may be faster than writing
        }
        if (waiting.isEmpty()) {
            wish.begin();
        }
        waiting.add(wish);
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
            if (!wish.task.run(wish::advance)) {
                wish.left = 0;
            }
            double now = loop.nowMillis();
            wish.spentMillis += now - start;
            pieces.note();
            if (wish.left == 0 || pieces.isDue(now)) {
                pieces.told(now);
                tell(wish);
            }
            if (wish.left == 0) {
                waiting.remove();
                if (wish.comesByItself()) {
                    wish.run.wrote(wish.all.toByteArray());
                }
            }
            wish = now < endMillis ? waiting.peek() : null;
        }
    }

    private void tell(Wish wish) {
        byte[] all = wish.all.toByteArray();
        byte[] unsent = Arrays.copyOfRange(all, wish.unsentFrom, all.length);
        wish.unsentFrom = all.length;
        page.accept(new TrainReport.Sampled(
                wish.run.id(),
                wish.id,
                wish.steps,
                Bytes.of(unsent),
                wish.left == 0,
                wish.spentMillis > 0 ? 1000 * all.length / wish.spentMillis : 0));
    }
}
