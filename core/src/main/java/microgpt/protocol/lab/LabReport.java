package microgpt.protocol.lab;

import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.Reals;

/** What the worker says to the page. */
public sealed interface LabReport {

    /**
     * What concerns one run: {@code run} is the number of the {@link LabCommand.Start} that began it. A page that shows
     * another run drops it.
     */
    sealed interface OfRun extends LabReport {
        int run();

        @Override
        default boolean concerns(int shown) {
            return run() == shown;
        }
    }

    /** The worker lives. {@code backend} is the one that computes, {@code why} says in a sentence why that one. */
    record Ready(String backend, String why) implements LabReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * A run was built and stands at position 0. {@code memoryBytes} is what its tensors occupy; {@code mostMemoryBytes} what
     * the run holds at most, however long the stream, beside those of its bytes that are there and not read yet. {@code
     * streamBytes} is -1 while the length is not known; the phases are those known so far (a stream of one's own is one
     * phase).
     */
    record Started(
            int run, int parameters, long memoryBytes, long mostMemoryBytes, long streamBytes, List<PhaseMark> phases)
            implements OfRun {
        /** Whatever is shown: from now on it is this run. */
        @Override
        public boolean concerns(int shown) {
            return true;
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Of the stream that the command {@code start} asked for nothing has arrived: the run before goes on. {@code over} says
     * that nothing will arrive.
     */
    record Awaited(int start, boolean over) implements LabReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** A stretch of the stream with one name, from {@code start} to before {@code end}, in bytes. */
    record PhaseMark(String name, long start, long end) {}

    /** Whether the run runs, its speed limit (0 = none), and whether the stream has been read to its end; run 0 is none. */
    record Transport(int run, boolean running, double stepsPerSecond, boolean atEnd) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * More of the stream is there: it now has {@code streamBytes}, of {@code expected} (-1: not known). {@code waiting} says
     * why no more is wanted for a while; it is empty otherwise, and again when the next piece may come.
     */
    record Loading(int run, long streamBytes, long expected, boolean complete, String waiting) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * Where the run stands, at most 30 times a second. All rates of surprise are in bits per byte, recorded before
     * learning: {@code fast} and {@code slow} are moving averages, the fast one also with its extremes since the last
     * report; {@code whole} is the mean of the run so far. {@code scores} are those of everyone who predicted the same
     * bytes, the one that the run is charged by first. {@code codeLengthBytes} is the sum of all costs, in bytes.
     */
    record Progress(
            int run,
            long position,
            long step,
            int phase,
            double fast,
            double fastMin,
            double fastMax,
            double slow,
            double whole,
            List<Score> scores,
            double codeLengthBytes,
            double learningRate,
            double gradientNorm,
            double bytesPerSecond,
            Counters counters,
            boolean prequential,
            boolean singleTouch)
            implements OfRun {
        /** Whom the run is charged by; empty before the first byte. */
        public String charged() {
            return scores.isEmpty() ? "" : scores.get(0).predictor();
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * What one predictor was charged, in bits per byte: two moving averages, and the mean of all that it predicted. {@code
     * share} is its part in the mixture's logits, NaN if it is not mixed in.
     */
    record Score(String predictor, double fast, double slow, double whole, double share) {}

    /** How often each mechanism acted: steps skipped, windows replayed, steps at a boosted rate, gradients clipped. */
    record Counters(long skipped, long replayed, long boosted, long clipped) {}

    /** What mechanisms did, and where: the newest few since the last report; {@link Counters} has the totals. */
    record Events(int run, List<Event> events) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** One act of a mechanism, in the step that began at {@code position}. */
    record Event(Kind kind, long position) {
        /** Which mechanism acted. */
        public enum Kind {
            SKIPPED,
            REPLAYED,
            BOOSTED,
            CLIPPED
        }
    }

    /**
     * The newest bytes of the stream and the bits each cost, ending before {@code position}; long slices send a tail. {@code
     * others} is what they cost those who predicted beside the one that is charged.
     */
    record Read(int run, long position, Bytes bytes, Floats bits, List<Costs> others) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** What the same bytes cost one predictor, in bits. */
    record Costs(String predictor, Floats bits) {}

    /** The score of each phase visit so far, in stream order. */
    record Phases(int run, List<PhaseScore> scores) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * One visit of a phase, in bits per byte: {@code mean} over the visit so far, {@code first} over its first 1,000 bytes,
     * {@code now} the moving average at its end or at present. {@code recoveryBytes} is how many bytes passed until the
     * moving average came within 5 % of where it settled, -1 while that cannot be said. {@code visit} counts from 1.
     */
    record PhaseScore(
            String name,
            int visit,
            long start,
            long bytes,
            double mean,
            double first,
            double now,
            long recoveryBytes) {}

    /**
     * The prediction of the byte at {@code position}: the likeliest values with their probabilities, best first. {@code
     * truth} is the byte before it, at {@code position - 1} (-1: none), and {@code truthBits} what it cost. {@code
     * neighbours} are the places that weigh most in the cache's say, if it has one.
     */
    record NextByte(
            int run,
            long position,
            Bytes candidates,
            Floats probabilities,
            int truth,
            double truthBits,
            List<Neighbour> neighbours)
            implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** A place of the stream that the cache remembers: some bytes, the last of which stands at {@code position}. */
    record Neighbour(long position, Bytes text, double share) {}

    /**
     * The attention of the latest window of {@code positions} tokens (inputs, the beginning-of-stream token as 256), layer
     * after layer, head after head, row-major (query, key).
     */
    record Attention(int run, int layers, int heads, int positions, List<Integer> tokens, Floats weights)
            implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * A piece of a generated text, stamped with the position of the run when generation began.
     *
     * @param by the label of the predictor that it was drawn from
     */
    record Sampled(int run, int id, long position, String by, Bytes text, boolean complete) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * The first {@code position} bytes of the stream take {@code bytes} bytes in the browser's own gzip, which begins anew
     * after every {@link #MEMBER_BYTES} of them.
     */
    record Gzipped(int run, long position, long bytes) implements OfRun {
        /** A mebibyte. */
        public static final int MEMBER_BYTES = 1 << 20;

        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * From {@code position} on {@code recipe} is in force, as JSON text: the live keys of what was asked for; {@code
     * needRestart} names the changed keys that are not.
     */
    record Tuned(int run, long position, String recipe, List<String> needRestart) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * The transformer of a run has diverged, as was found at {@code position}: it needs {@code bits} for a byte, a moving
     * average, infinite where a number overflowed. {@code backTo} is where its weights were sound, -1 if none are kept. {@code
     * over} says that it needs fewer than 8 again.
     */
    record Diverged(int run, long position, double bits, long backTo, boolean over) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** The transformer has the weights it had at {@code backTo}; {@code recipe} is in force, as JSON text. */
    record WentBack(int run, long position, long backTo, String recipe) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** The largest difference of each operation from the reference, and the tolerance it is held to. */
    record SelfTested(List<Check> checks) implements LabReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** One operation of the self-test. */
    record Check(String operation, double difference, double tolerance) {
        public boolean passed() {
            return difference <= tolerance;
        }
    }

    /** Of the {@code length} bytes that a file is to hold, {@code position} are coded; {@code ended} says that no more will be. */
    record Encoding(int run, long position, long length, boolean ended) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * The first {@code length} bytes of the stream as a file; each cost what {@code codeLengthBytes} adds up, in bytes. {@code
     * sha256} is that of the text.
     */
    record Encoded(int run, long length, double codeLengthBytes, Bytes file, String sha256) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * The newest bytes that came out of a file, and the bits each cost, ending before {@code position}; the text will have
     * {@code length}. {@code file} is the number of the {@link LabCommand.Decode}; {@code ended} says that no more will be
     * decoded.
     */
    record Decoding(int file, long position, long length, Bytes bytes, Floats bits, boolean ended)
            implements LabReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** All that came out of a file: it has the SHA-256 that the file says. */
    record Decoded(int file, Bytes text, String sha256) implements LabReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * What could not be done, and why; what was learned so far is still there. {@code command} is the number of the command
     * that asked for it, 0 where none did; {@code doing} says the same to the reader.
     */
    record Failed(int command, String doing, String message) implements LabReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** The run that was begun as {@code started} says, and now stands at {@code position}; {@code recipe} is in force, as JSON text. */
    record Described(Started started, long position, boolean running, String recipe) implements LabReport {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * What the bytes of a supposed text from {@code from} on would cost a run that stands at {@code position}, in bits; and, in
     * the last piece, the likeliest bytes after the text with their probabilities, best first, which is empty before.
     */
    record Supposed(int run, int id, long position, int from, Floats bits, Bytes candidates, Floats probabilities)
            implements OfRun {
        /** Whether no more pieces come. */
        public boolean complete() {
            return candidates.size() > 0;
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * The prediction of the byte {@code ahead} bytes after {@code position}, up to where the run has read: the chance of each
     * of the 256 values, and the same by how often each has occurred so far (order 0). {@code before} is what stands before it,
     * the newest bytes; {@code truth} is the byte itself, -1 if it is not there: the stream has ended, or is still loading.
     */
    record Predicted(int run, long position, int ahead, Bytes before, int truth, Floats probabilities, Floats order0)
            implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** A text of the reader's stands in the stream from {@code position}, where the run is, to before {@code end}. */
    record Inserted(int run, long position, long end) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * All bytes that were read since the last one of these, and what the run was charged for each, in bits, unrounded; they
     * end before {@code position}. {@code over} says that nothing more will be read: the stream has ended, or the learning broke
     * off.
     */
    record Reached(int run, long position, Bytes bytes, Reals bits, boolean over) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * The run stands at {@code position} of the course {@code course} again, on its way to {@code destination}. Once it has
     * {@code arrived}, everything that is told of a run is that of this position; {@code recipe} is in force, as JSON text.
     */
    record Travelled(int run, int course, long position, long destination, boolean arrived, String recipe)
            implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * The model as it stands: its {@code shape}, its matrices, and what it computed for the latest window, if it has read one.
     * {@code since} is the position of the picture before, which changes are measured from.
     */
    record ModelPicture(
            int run, long position, long since, ModelShape shape, List<MatrixPicture> matrices, WindowPicture window)
            implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * The courses that a run has taken, the first one first, of which it is on {@code present}; and the positions that this
     * one can be taken up at without reading on to them. {@code forgotten} says that there is no way back any more: the run
     * has become too long.
     */
    record Courses(int run, int present, List<Course> courses, List<Long> snapshots, boolean forgotten)
            implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * The shape of a transformer, in the words of {@code model.ModelConfig}; {@code norm}, {@code activation} and {@code
     * position} are names as recipes have them.
     */
    record ModelShape(
            int layers,
            int heads,
            int width,
            int mlp,
            int context,
            int inputs,
            int outputs,
            String norm,
            String activation,
            String position,
            boolean tied) {}

    /**
     * A matrix, named as in {@code model.Weights}, seen from {@code seenRows} x {@code seenColumns} cells, each the mean of the
     * weights there. {@code norm} and {@code largest} (without its sign) are those of all weights. A byte 127 of {@code cells}
     * is {@code cellScale}, -127 its opposite; likewise of {@code changes}, which is empty in a first picture.
     */
    record MatrixPicture(
            String name,
            int rows,
            int columns,
            int seenRows,
            int seenColumns,
            double norm,
            double largest,
            double cellScale,
            Bytes cells,
            double changeScale,
            Bytes changes) {}

    /**
     * What the model computed for the latest window, of {@code tokens} (the beginning-of-stream token as 256); empty before the
     * first step. {@code attention} is seen from {@code side} x {@code side} cells for each layer and head, row-major (query,
     * key): the square root of the largest weight there, 255 for 1. {@code stream} has the residual stream at the last
     * position, as it enters the first block and after each half of a block, {@code streamCells} numbers each, 127 for {@code
     * streamScale}. {@code probabilities} are those of each next byte, by the transformer alone.
     */
    record WindowPicture(
            List<Integer> tokens,
            int side,
            Bytes attention,
            int streamCells,
            double streamScale,
            Bytes stream,
            Floats probabilities) {
        public static final WindowPicture NONE =
                new WindowPicture(List.of(), 0, Bytes.EMPTY, 0, 0, Bytes.EMPTY, Floats.EMPTY);
    }

    /**
     * The embeddings of the bytes, {@code columns} numbers for each of the 256. {@code seen} says of each byte how often it was
     * read: 0 for never, else 1 plus the binary logarithm, rounded down.
     */
    record EmbeddingMap(int run, long position, int columns, Bytes seen, Floats values) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * What a run did with some settings: it left the course {@code parent} (-1: it is the first) at {@code from}, because of
     * {@code changes}, and has come as far as {@code furthest}. Over the bytes from there to {@code compared}, which both have
     * read, it needed {@code difference} bits per byte more than that one; NaN while there are none.
     */
    record Course(int parent, long from, long furthest, List<Change> changes, long compared, double difference) {}

    /** A key of the recipe, and its value before and after. */
    record Change(String key, String before, String after) {}

    /**
     * What the transformer, standing still, needs for held-out texts of each kind of the plan, {@code probeBytes} bytes each:
     * untrained, at the end of each phase so far, and now. Rows that were not kept are missing. Without texts {@code why} says
     * why there are none.
     */
    record Forgetting(int run, List<String> texts, int probeBytes, List<ProbeRow> rows, String why) implements OfRun {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /**
     * The bits per byte of each text for the model as it was at {@code position}: in the phase of this number, counted from 0 (-1:
     * untrained), which read text number {@code text}; {@code ended} says that it was at the phase's end.
     */
    record ProbeRow(int phase, int text, long position, boolean ended, Floats bits) {}

    /** Whether a page that shows this run has to know. */
    default boolean concerns(int shown) {
        return true;
    }

    void deliverTo(Handler handler);

    /** One method per report: a report that nobody handles does not compile. */
    interface Handler {
        void on(Ready ready);

        void on(Started started);

        void on(Awaited awaited);

        void on(Transport transport);

        void on(Loading loading);

        void on(Progress progress);

        void on(Events events);

        void on(Read read);

        void on(Phases phases);

        void on(NextByte nextByte);

        void on(Attention attention);

        void on(Sampled sampled);

        void on(Gzipped gzipped);

        void on(Tuned tuned);

        void on(Diverged diverged);

        void on(WentBack wentBack);

        void on(SelfTested selfTested);

        void on(Encoding encoding);

        void on(Encoded encoded);

        void on(Decoding decoding);

        void on(Decoded decoded);

        void on(Failed failed);

        void on(Described described);

        void on(Supposed supposed);

        void on(Predicted predicted);

        void on(Inserted inserted);

        void on(Reached reached);

        void on(Travelled travelled);

        void on(Courses courses);

        void on(ModelPicture picture);

        void on(EmbeddingMap map);

        void on(Forgetting forgetting);
    }
}
