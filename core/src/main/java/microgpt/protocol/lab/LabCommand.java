package microgpt.protocol.lab;

import microgpt.protocol.Bytes;
import microgpt.protocol.Source;

/** What the page says to the worker. Each command is answered by at least one {@link LabReport}. */
public sealed interface LabCommand {

    /**
     * Builds a run and leaves it paused at position 0; answered by {@link LabReport.Started}. {@code recipe} is the JSON text
     * of an {@code OnlineRecipe}; the worker checks what it was really given. The previous run ends only if the new one
     * could be built, and, of a stream that is fetched, only when its first bytes arrive: {@link LabReport.Awaited} until then.
     */
    record Start(String recipe, Source source) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * More of a {@link Source.Supplied} stream; {@code last} says that nothing follows. Answered by {@link
     * LabReport.Loading}, which says whether the next piece may come. Pieces come in order; those of a run that was left are
     * dropped.
     */
    record Append(int run, Bytes piece, boolean last) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Keys pressed by the reader on a {@link Source.Typed} stream: each byte is predicted, then learned. */
    record Type(Bytes keys) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Learn until paused or the stream ends; at position 0, once the untrained model has written the samples it was asked for
     * before. Answered by {@link LabReport.Transport}, like the next three.
     */
    record Run() implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Stop between two steps. */
    record Pause() implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Pause, and do exactly one step. */
    record Step() implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** At most this many steps a second; 0 means as fast as the machine can. */
    record Speed(double stepsPerSecond) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Applies the keys of {@code recipe} that can change while running (mechanisms, learning rate, ...) from the next step
     * on. Answered by {@link LabReport.Tuned}.
     */
    record Tune(String recipe) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Gives the transformer of a run that has diverged the weights and the recipe of {@link LabReport.Diverged#backTo}; it
     * reads on from where it stands. Where the run diverged by that very recipe, its learning rate becomes a tenth. Answered
     * by {@link LabReport.WentBack}.
     */
    record GoBack() implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Generates {@code length} bytes after {@code prompt} with the present weights, without touching the run. Temperature
     * 0 is greedy; topK 0 and topP 1 mean all. Answered by {@link LabReport.Sampled} with the same id, in pieces.
     */
    record Sample(int id, Bytes prompt, double temperature, int topK, double topP, int length, long seed)
            implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Which heavy views the page shows at present: only these are computed and sent. */
    record Watch(boolean attention, boolean nextByte) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Gives up the loading of a {@link Source.Url} in progress: of one that is awaited, else that of the present run. */
    record CancelLoading() implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Runs every operation of the back end against the reference. Answered by {@link LabReport.SelfTested}. */
    record SelfTest() implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Codes the bytes that the run has read so far as a file, by the recipe that is in force, with the reference's arithmetic;
     * the run may go on meanwhile. Answered by {@link LabReport.Encoding}, and at the end by {@link LabReport.Encoded}. What
     * was coded or decoded before is given up, if it is not done.
     */
    record Encode() implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Decodes a file that was made by {@link Encode}, here or elsewhere; a run stays as it is. Answered by {@link
     * LabReport.Decoding}, and at the end by {@link LabReport.Decoded}. What was coded or decoded before is given up, if it is
     * not done.
     */
    record Decode(Bytes file) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Gives up what is being coded or decoded, which is told in a last {@link LabReport.Encoding} or {@link LabReport.Decoding}. */
    record StopCoding() implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Asks what stands on the page: for a program that joins it while a run goes on. Answered by {@link LabReport.Described}. */
    record Describe() implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Puts more of the last phase's text at the end of a built-in stream that was read to its end. Answered by {@link
     * LabReport.Loading} and {@link LabReport.Transport}.
     */
    record ReadOn() implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * What {@code text} would cost from its byte {@code from} on, and what would follow it, if it came next, on a line of its
     * own, and nothing were learned from it: the run is not touched. Answered by {@link LabReport.Supposed} with the same id,
     * in pieces. What was supposed before is given up, if it is not done.
     */
    record Suppose(int id, Bytes text, int from) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * The prediction of the byte that stands {@code ahead} bytes after those that were read, if nothing were learned from
     * those between: the run is not touched. Answered by {@link LabReport.Predicted}, which has the byte itself, too.
     */
    record Predict(int ahead) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Puts {@code text}, on a line of its own, into the stream as its next bytes, and reads them, in ordinary steps: they are
     * predicted, charged and learned like all others. Answered by {@link LabReport.Inserted}.
     */
    record Insert(Bytes text) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Learn until at least {@code position} bytes have been read, then stand: steps are whole, so a run is the same however it
     * is divided. Answered by {@link LabReport.Reached}, which leaves no byte out. A farther position moves the end of one
     * that is under way; pausing, stepping and running end it.
     */
    record RunTo(long position) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Goes to where the run stood at the last end of a step at or before {@code position}, of the course {@code course}, and
     * stays there, paused; answered by {@link LabReport.Travelled}. What is sent on the way is done on arrival.
     */
    record Travel(int run, int course, long position) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Which pictures of the model the page shows at present: only these are made and sent, a few times a second. {@code opened}
     * is the name of the matrix that is shown large, empty for none. Answered by {@link LabReport.ModelPicture} and {@link
     * LabReport.EmbeddingMap}.
     */
    record WatchModel(boolean diagram, boolean embedding, String opened) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Whether the page shows what was forgotten. What the model had learned by the end of each phase is kept in any case, and
     * scored once this asks for it. Answered by {@link LabReport.Forgetting}.
     */
    record WatchForgetting(boolean on) implements LabCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    void deliverTo(Handler handler);

    /** One method per command: a command that nobody handles does not compile. */
    interface Handler {
        void on(Start start);

        void on(Append append);

        void on(Type type);

        void on(Run run);

        void on(Pause pause);

        void on(Step step);

        void on(Speed speed);

        void on(Tune tune);

        void on(GoBack goBack);

        void on(Sample sample);

        void on(Watch watch);

        void on(CancelLoading cancel);

        void on(SelfTest selfTest);

        void on(Encode encode);

        void on(Decode decode);

        void on(StopCoding stop);

        void on(Describe describe);

        void on(ReadOn readOn);

        void on(Suppose suppose);

        void on(Predict predict);

        void on(Insert insert);

        void on(RunTo runTo);

        void on(Travel travel);

        void on(WatchModel watch);

        void on(WatchForgetting watch);
    }
}
