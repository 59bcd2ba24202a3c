package microgpt.protocol.train;

import microgpt.protocol.Bytes;
import microgpt.protocol.Source;

/**
 * What the page that trains by batches says to its worker. An answer waits for the part of a step under way: a few windows in
 * one block of the model.
 */
public sealed interface TrainCommand {

    /**
     * Makes another text the one to train on, and leaves the present run; answered by {@link TrainReport.Text},
     * repeatedly while it arrives. {@link Source.Typed} is refused.
     */
    record LoadText(Source source) implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** More of a {@link Source.Supplied} text, in order; {@code last} says that nothing follows. */
    record Append(Bytes piece, boolean last) implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Gives up the loading of what comes from the web; the text ends there. */
    record CancelLoading() implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Asks what a run would need, with a short probe of this machine; answered by {@link TrainReport.Estimated}. The
     * two are JSON texts of a model and of how to train it, as in {@code configs}.
     */
    record Estimate(String model, String training) implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Builds a run on the text, which must be complete, and leaves it paused at step 0; answered by {@link
     * TrainReport.Started}. It begins from random weights, or from those of the model that was imported last, which
     * must have the same shape.
     */
    record Start(String name, String model, String training, boolean fromImported) implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Trains until paused or done. Answered by {@link TrainReport.Transport}, like the next three. */
    record Run() implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Pauses between two steps, and saves. */
    record Pause() implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Pauses, saves, and gives back the memory: the run stays in the library. */
    record Stop() implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Trains for that many steps beyond those planned or made, whichever are more. */
    record GoOn(long steps) implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Another peak learning rate from the next step on; answered by {@link TrainReport.Tuned}. */
    record SetLearningRate(double learningRate) implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Saves between two steps without pausing, as when the page is hidden; answered by {@link TrainReport.Saved}. */
    record Save() implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Generates {@code length} bytes after {@code prompt} with the present weights, while training goes on.
     * Temperature 0 is greedy; topK 0 and topP 1 mean all. Answered in pieces by {@link TrainReport.Sampled} with the
     * same id.
     */
    record Sample(int id, Bytes prompt, double temperature, int topK, double topP, int length, long seed)
            implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Ends the samples on their way. */
    record StopSamples() implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Asks how the present weights see {@code text}, of which the last contextLength bytes are read, and what a part
     * that is taken out would change; answered by {@link TrainReport.Inside} with the same id.
     */
    record LookInside(int id, Bytes text, Ablation without) implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Asks for the saved runs; answered by {@link TrainReport.Library}, like the next two. */
    record ListRuns() implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Gives a saved run another name. */
    record Rename(String run, String name) implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Deletes a saved run. The present one is left first. */
    record Delete(String run) implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Loads a saved run, paused where it was saved; answered by {@link TrainReport.Started}, or by {@link
     * TrainReport.Damaged} where a file cannot be read.
     */
    record Resume(String run, Generation generation) implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Asks for the losses and the recipe of a saved run, to compare it with another; answered by {@link
     * TrainReport.History}.
     */
    record ShowHistory(String run) implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Asks for a file of a saved run, as it was last saved; answered by {@link TrainReport.Exported}. None holds the
     * text unless its format says so.
     */
    record ExportFile(String run, Format format) implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * A piece of a file that was exported, here or by others; after the last one answered by {@link
     * TrainReport.Imported}. A run needs its text: load it first, unless the file holds it or a run in the library has the
     * same.
     */
    record ImportFile(String fileName, Bytes piece, boolean last) implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Asks how full the browser's storage is; answered by {@link TrainReport.Storage}. */
    record ShowStorage() implements TrainCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** A part to do without: {@code head} matters for a head only. */
    record Ablation(Part part, int layer, int head) {}

    /** What can be taken out of a model. */
    enum Part {
        /** All stays. */
        NOTHING,
        /** One head of attention. */
        HEAD,
        /** The feed-forward part of a layer. */
        MLP
    }

    /** Of two states that are kept of each run, one. */
    enum Generation {
        /** The last that was saved. */
        NEWEST,
        /** The one before. */
        PREVIOUS
    }

    /** What can be made of a saved run. */
    enum Format {
        /** All of it, as one safetensors file, to go on from. */
        RUN,
        /** The same, and the text that it learns from. */
        RUN_WITH_TEXT,
        /** Its weights, with recipe, as safetensors. */
        MODEL,
        /** The weights with the least validation loss, likewise. */
        BEST_MODEL,
        /** The weights as TinyGPT writes them, version 2. */
        TINYGPT,
        /** Its losses, as comma-separated values. */
        LOSSES
    }

    /** One method for each message: the exhaustive switch that Java 17 lacks. */
    interface Handler {
        void on(LoadText loadText);

        void on(Append append);

        void on(CancelLoading cancelLoading);

        void on(Estimate estimate);

        void on(Start start);

        void on(Run run);

        void on(Pause pause);

        void on(Stop stop);

        void on(GoOn goOn);

        void on(SetLearningRate setLearningRate);

        void on(Save save);

        void on(Sample sample);

        void on(StopSamples stopSamples);

        void on(LookInside lookInside);

        void on(ListRuns listRuns);

        void on(Rename rename);

        void on(Delete delete);

        void on(Resume resume);

        void on(ShowHistory showHistory);

        void on(ExportFile exportFile);

        void on(ImportFile importFile);

        void on(ShowStorage showStorage);
    }

    void deliverTo(Handler handler);
}
