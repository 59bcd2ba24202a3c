package microgpt.protocol.step;

import java.util.List;
import microgpt.protocol.Reals;

/** What the worker that steps through a GPT says to its page. */
public sealed interface StepReport {

    /**
     * What concerns one model: {@code model} is the number of the {@link StepCommand.Load} that built it. A page that shows
     * another one drops it.
     */
    sealed interface OfModel extends StepReport {
        int model();

        @Override
        default boolean concerns(int shown) {
            return model() == shown;
        }
    }

    /** The worker listens. */
    record Ready() implements StepReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * A model stands at step 0; what it says of the first position follows. The tokens are the characters, and after them the
     * one that begins and ends a name. {@code cutDocuments} have more positions than the context, and are learned without
     * their ends.
     */
    record Loaded(
            int model, int documents, int cutDocuments, List<String> characters, int parameters, List<Matrix> matrices)
            implements OfModel {
        /** Whatever is shown: from now on it is this model. */
        @Override
        public boolean concerns(int shown) {
            return true;
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Steps that have been taken, none of them told before. */
    record Learned(int model, List<Row> rows) implements OfModel {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** All numbers of one position: of the last token of {@code context}; target -1 means that there is none. */
    record Seen(int model, Scene scene, int step, List<Integer> context, int target, List<Part> parts)
            implements OfModel {
        /** The numbers of the part {@code name}. */
        public Reals values(String name) {
            for (Part part : parts) {
                if (part.name().equals(name)) {
                    return part.values();
                }
            }
            throw new IllegalArgumentException("nothing was seen of " + name);
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Whether it steps by itself, how far it has come, and whether that is all that was planned. */
    record Running(int model, boolean running, int steps, boolean done) implements OfModel {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** The step that was not taken, because its loss or one of its gradients is not finite; nothing runs any more. */
    record Diverged(int model, int step, double loss, double learningRate) implements OfModel {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** All parameters, and the derivative of the latest loss by each. */
    record Weights(int model, int step, Reals values, Reals gradients) implements OfModel {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** One token drawn: the chances laid end to end, {@code draw} is the point that fell on the token. {@code text} is the name so far. */
    record Drawn(int model, List<Integer> context, Reals chances, double draw, int token, String text, boolean ended)
            implements OfModel {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** A name of its own; {@code known} says that the data has it, {@code last} that no more were asked for. */
    record Written(int model, String text, boolean known, boolean last) implements OfModel {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * What could not be done, and why. {@code command} is the number of the command that asked for it, 0 where none did;
     * {@code doing} says the same to the reader.
     */
    record Failed(int command, String doing, String message) implements StepReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** What a position was read for. */
    enum Scene {
        UNTAUGHT,
        LEARNING,
        AFTER_EDIT,
        WRITING
    }

    /** A matrix of the model; its numbers stand row by row among all parameters. */
    record Matrix(String name, int rows, int columns) {}

    /** One position, learned: {@code step} from 1, {@code document} and {@code position} from 0. */
    record Row(
            int step,
            int document,
            String text,
            int position,
            int token,
            int target,
            double loss,
            double learningRate) {}

    /** Some numbers that belong together, and the derivative of the loss by each; names are those of the engine's trace. */
    record Part(String name, Reals values, Reals gradients) {}

    /** One method for each report: the exhaustive switch that Java 17 lacks. */
    interface Handler {
        void on(Ready ready);

        void on(Loaded loaded);

        void on(Learned learned);

        void on(Seen seen);

        void on(Running running);

        void on(Diverged diverged);

        void on(Weights weights);

        void on(Drawn drawn);

        void on(Written written);

        void on(Failed failed);
    }

    /** Whether a page that shows this model has to know. */
    default boolean concerns(int shown) {
        return true;
    }

    void deliverTo(Handler handler);
}
