package microgpt.protocol.train;

import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.Reals;

/** What the worker that trains by batches says to its page. */
public sealed interface TrainReport {

    /** What concerns the run that is loaded, {@code run}. A page that shows another run drops it. */
    sealed interface OfRun extends TrainReport {
        String run();

        @Override
        default boolean concerns(String shown) {
            return run().equals(shown);
        }
    }

    /**
     * The worker listens. {@code storage} says where runs are kept, in a word or two; it is empty where they are lost
     * with the page.
     */
    record Ready(String backend, String why, String storage) implements TrainReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * How much of the text is there that the command of the number {@code command} brought; {@code knownBytes} is -1 as long as nobody knows. {@code waiting} says why nothing
     * arrives for a while; it is empty otherwise. {@code sha256} and the first bytes are empty until it is complete.
     */
    record Text(
            int command,
            String name,
            long bytes,
            long knownBytes,
            boolean complete,
            String waiting,
            String sha256,
            Bytes beginning)
            implements TrainReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * What a run would need, as the command of the number {@code command} asked; {@code trouble} says why it cannot be started, and is empty if it can. {@code
     * secondsPerStep} is an estimate from a short probe, and 0 if there is trouble; {@code bytesPerParameter} is that of
     * the text to train on.
     */
    record Estimated(
            int command,
            int parameters,
            long memoryBytes,
            long savedBytes,
            double bytesPerParameter,
            double secondsPerStep,
            long maxSteps,
            String trouble)
            implements TrainReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * A run stands, paused. {@code model} and {@code training} are all keys of its recipe; {@code losses} is empty at
     * step 0. Levels are nats per byte on the validation text: of bytes counted alone, and after the two before.
     */
    record Started(
            String run,
            String name,
            String model,
            String training,
            int parameters,
            long memoryBytes,
            String text,
            long trainTokens,
            long validationTokens,
            double order0,
            double order2,
            Losses losses)
            implements OfRun {
        /** Whatever is shown: from now on it is this run. */
        @Override
        public boolean concerns(String shown) {
            return true;
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Whether it trains, how far it has come, and whether that is all: all steps, or no better for too long. No run:
     * {@code run} is empty.
     */
    record Transport(String run, boolean running, long steps, long maxSteps, boolean done, boolean settled)
            implements OfRun {
        /** That no run is loaded any more concerns whatever was shown. */
        @Override
        public boolean concerns(String shown) {
            return run.isEmpty() || run.equals(shown);
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Steps made, none of them told before: {@code losses} are theirs, in nats, and {@code steps} counts the last of
     * them. Elapsed is time spent training since the run was loaded.
     */
    record Progress(
            String run,
            long steps,
            Floats losses,
            double tokensPerSecond,
            double learningRate,
            double gradientNorm,
            double elapsedMillis,
            double leftMillis)
            implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** The loss on the validation text after so many steps, and whether it is the least so far. */
    record Looked(String run, long steps, double loss, boolean best) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * More of a sample, begun by the weights after {@code steps}. Those that come by themselves have negative ids.
     */
    record Sampled(String run, int id, long steps, Bytes text, boolean complete, double bytesPerSecond)
            implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * How the weights after {@code steps} see a text of {@code length} bytes. {@code next} is what they expect after it;
     * {@code lens} what each layer would, from the embedding (0) on; {@code attention} is by layer, head, position and
     * position looked at; {@code losses} is of each byte but the first, in nats. With an ablation all of this is without
     * the part, {@code whole} is what {@code next} was with it, and the divergence (nats) says how far apart they are.
     */
    record Inside(
            String run,
            int id,
            long steps,
            int layers,
            int heads,
            int length,
            List<Choice> next,
            List<Choice> whole,
            List<Lens> lens,
            Floats attention,
            Floats losses,
            double divergence)
            implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** The learning rate now in force at its peak. */
    record Tuned(String run, double learningRate) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** The run is safe up to so many steps; {@code atMillis} since 1970. */
    record Saved(String run, long steps, long bytes, double atMillis) implements TrainReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** The saved runs, the last saved first. */
    record Library(List<SavedRun> runs) implements TrainReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** The recipe and the losses of a saved run. */
    record History(String run, String name, String model, String training, Losses losses) implements TrainReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** A file to download. */
    record Exported(String fileName, Bytes content) implements TrainReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * A file was read. {@code run} is the run in the library that it became; empty if it holds only a model, which a
     * {@link TrainCommand.Start} can begin from.
     */
    record Imported(String fileName, String run, String model, String training) implements TrainReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * A file of a saved run cannot be read, and why; {@code previous} says that {@link
     * TrainCommand.Generation#PREVIOUS} is there to go on from.
     */
    record Damaged(String run, String file, String reason, boolean previous) implements TrainReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * How much of what the browser grants is used, -1 where it does not say; {@code persisted} that it will not clear
     * it unasked. Only the page may ask for that.
     */
    record Storage(long usedBytes, long quotaBytes, boolean persisted) implements TrainReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * What could not be done, and why. {@code command} is the number of the command that asked for it, 0 where none did;
     * {@code doing} says the same to the reader.
     */
    record Failed(int command, String doing, String message) implements TrainReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * The losses of a run, in nats. Each training loss is the mean over the steps after the one before it, up to its own in
     * {@code steps}: over one step each, unless the run is so long that neighbours were merged. A validation loss was
     * measured after the steps in {@code lookedAt}.
     */
    record Losses(Reals steps, Floats training, Reals lookedAt, Reals validation) {
        /** How many steps were made. */
        public long made() {
            return steps.size() == 0 ? 0 : (long) steps.at(steps.size() - 1);
        }
    }

    /** A byte, and how likely it is. */
    record Choice(int value, double probability) {}

    /** What a layer would expect next, the likeliest first. */
    record Lens(List<Choice> next) {}

    /**
     * A run in the library. Losses are NaN where there is none. {@code trouble} says why it cannot be loaded, and is
     * empty if it can.
     */
    record SavedRun(
            String run,
            String name,
            double savedAtMillis,
            long steps,
            long maxSteps,
            int parameters,
            double loss,
            double bestLoss,
            String text,
            long textBytes,
            Bytes sample,
            String trouble) {}

    /** One method for each message: the exhaustive switch that Java 17 lacks. */
    interface Handler {
        void on(Ready ready);

        void on(Text text);

        void on(Estimated estimated);

        void on(Started started);

        void on(Transport transport);

        void on(Progress progress);

        void on(Looked looked);

        void on(Sampled sampled);

        void on(Inside inside);

        void on(Tuned tuned);

        void on(Saved saved);

        void on(Library library);

        void on(History history);

        void on(Exported exported);

        void on(Imported imported);

        void on(Damaged damaged);

        void on(Storage storage);

        void on(Failed failed);
    }

    /** Whether a page that shows this run has to know. */
    default boolean concerns(String shown) {
        return true;
    }

    void deliverTo(Handler handler);
}
