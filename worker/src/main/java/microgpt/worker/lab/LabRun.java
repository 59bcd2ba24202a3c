package microgpt.worker.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.compute.Backend;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.corpus.PhasePlan;
import microgpt.engine.PrequentialEngine;
import microgpt.engine.SampledText;
import microgpt.engine.StepResult;
import microgpt.model.NonFiniteException;
import microgpt.numeric.Nullable;
import microgpt.numeric.Rng;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.sampling.Sampler;
import microgpt.worker.backend.TabMemory;
import microgpt.worker.fetch.Sources;
import microgpt.worker.loop.FailureText;
import microgpt.worker.loop.Task;

/** One run: a stream, the engine that learns it, and what the page has not been told of yet. */
final class LabRun {
    /** What complaints call a recipe that came with a command. */
    private static final String RECIPE = "recipe";

    private static final int MOST_INSERTED = 4096;
    /** As long as a run has not read more, all its bytes are in memory, and it can go back to any of them. */
    static final long HELD_BYTES = 16L << 20;

    private static final int LONGEST_SAMPLE = 1_000_000;
    /** The stream may be so many bytes ahead of what was learned, and a piece: however long it is, it is not in memory. */
    private static final long MOST_AHEAD = 16L << 20;

    /** By so much a built-in stream goes on when it is asked to. */
    static final int MORE_BYTES = 16_000;

    /** Why no more of the stream is loaded for a while. */
    static final String FULL = "the rest follows as it is read";

    private final int id;
    private final OnlineRecipe config;
    private final Source source;
    private final ByteStream stream;
    private final Backend backend;
    private final Courses courses;
    private final Past past = new Past();
    private Machinery machinery;
    private UnreportedBytes tail = new UnreportedBytes();
    private Soundness soundness = new Soundness();
    private final Stretch stretch = new Stretch();
    private String trouble = "";
    private OnlineRecipe inForce;
    private boolean waitsForRoom;
    private int readOn;
    /** Where the text ends that the reader put in last. */
    private long insertedEnd;
    /** Where the stream ended before it went on: a step ended there too, however short. */
    private final List<Long> ends = new ArrayList<>();

    private LabRun(int id, OnlineRecipe config, Source source, ByteStream stream, Backend backend) {
        this.id = id;
        this.config = config;
        inForce = config;
        this.source = source;
        this.stream = stream;
        this.backend = backend;
        stream.holdUntil(HELD_BYTES);
        courses = new Courses(config);
        machinery = another();
    }

    /** The recipe of a run that a tab can hold, or an exception that says what is wrong with it. */
    static OnlineRecipe check(String recipe) {
        OnlineRecipe config = OnlineRecipe.parse(recipe, RECIPE);
        TabMemory.check(config.online());
        return config;
    }

    /**
     * A run at position 0, or an exception that says what is wrong with the recipe or the source. {@code id} is what its
     * reports call it.
     */
    static LabRun build(int id, String recipe, Source source, Backend backend) {
        return build(id, check(recipe), source, Sources.open(source).readOnce(), backend);
    }

    /** The same on a stream that was opened before. */
    static LabRun build(int id, OnlineRecipe config, Source source, ByteStream stream, Backend backend) {
        return new LabRun(id, config, source, stream, backend);
    }

    /** What learns for a run that has read nothing. */
    Machinery another() {
        return Machinery.build(config, stream, backend);
    }

    /** From now on {@code built} is what learns, which was made what it was at {@code state}, null: the beginning. */
    void stand(Machinery built, @Nullable RunState state, Course course) {
        machinery.release();
        machinery = built;
        trouble = "";
        soundness = state == null ? new Soundness() : state.soundness().copy();
        tail = state == null ? new UnreportedBytes() : state.tail().copy();
        inForce = state == null ? config : state.inForce();
        courses.standOn(course, state == null ? 0 : state.changes().size());
    }

    /** Gives the memory back. Nothing here may be used any more. */
    void end() {
        machinery.release();
    }

    int id() {
        return id;
    }

    PrequentialEngine engine() {
        return machinery.engine();
    }

    Courses courses() {
        return courses;
    }

    Past past() {
        return past;
    }

    Soundness soundness() {
        return soundness;
    }

    /** The recipe in force. */
    OnlineRecipe inForce() {
        return inForce;
    }

    /** Whether the run as it stands is one that {@code course} was. */
    boolean isOn(Course course) {
        return RunState.isOn(course, engine().position(), courses.inForce());
    }

    /** Where the next step will end, if nothing is added to the stream before. */
    long nextStep() {
        long position = engine().position();
        int most = isTyped() ? 1 : engine().config().stride();
        long end = Math.min(position + most, stream.size());
        for (long earlier : ends) {
            end = position < earlier ? Math.min(earlier, end) : end;
        }
        return end;
    }

    ByteStream stream() {
        return stream;
    }

    UnreportedBytes tail() {
        return tail;
    }

    /** What the page has asked for byte by byte. */
    Stretch stretch() {
        return stretch;
    }

    /** What a built-in stream is made by; null for any other. */
    @Nullable PhasePlan plan() {
        return source instanceof Source.Phases phases ? PhasePlan.parse(Sources.name(source), phases.plan()) : null;
    }

    /** The machine, for a part of this run. */
    Backend part() {
        return machinery.part();
    }

    boolean isTyped() {
        return source instanceof Source.Typed;
    }

    LabReport.Started started() {
        return LabReports.started(id, engine(), stream);
    }

    LabReport.Described described(boolean running) {
        return new LabReport.Described(started(), engine().position(), running, inForce.toJson());
    }

    LabReport.Loading loading() {
        waitsForRoom = !stream.isComplete() && !hasRoom();
        return LabReports.loading(id, stream, waitsForRoom ? FULL : "");
    }

    /** Whether more of the stream may come. */
    boolean hasRoom() {
        return stream.size() - engine().position() < MOST_AHEAD;
    }

    /** Whether the page was told to wait with the next piece, and need not wait any more. */
    boolean hasRoomAgain() {
        return waitsForRoom && hasRoom();
    }

    void append(Bytes piece, boolean last) {
        if (!(source instanceof Source.Supplied)) {
            throw new IllegalStateException(
                    "the stream of this run does not come from the page, so nothing can be added");
        }
        stream.append(piece.toArray(), 0, piece.size());
        if (last) {
            stream.complete();
            if (stream.size() == 0) {
                throw new IllegalArgumentException("the stream is empty: give it at least one byte to learn");
            }
        }
    }

    /** Goes on with fresh text of the last phase; only what is built in has more. */
    void readOn() {
        if (!(source instanceof Source.Phases phases) || !atEnd()) {
            throw new IllegalStateException("only a built-in stream that was read to its end can go on");
        }
        readOn++;
        ends.add(stream.size());
        stream.continueAs(Sources.openLonger(phases, readOn, MORE_BYTES));
    }

    void type(Bytes keys) {
        if (!isTyped()) {
            throw new IllegalStateException("the stream of this run is not typed: start one that is");
        }
        checkSound();
        stream.append(keys.toArray(), 0, keys.size());
    }

    /** Puts a text of the reader's, on a line of its own, before the next byte of the stream. */
    LabReport.Inserted insert(Bytes text) {
        checkSound();
        if (text.size() > MOST_INSERTED) {
            throw new IllegalArgumentException(
                    "a text of " + text.size() + " bytes: expected at most " + MOST_INSERTED);
        }
        long position = engine().position();
        boolean withinLine = position > 0 && stream.at(position - 1) != '\n';
        byte[] piece = new byte[text.size() + (withinLine ? 2 : 1)];
        Arrays.fill(piece, (byte) '\n');
        System.arraycopy(text.toArray(), 0, piece, withinLine ? 1 : 0, text.size());
        ends.removeIf(end -> end > position);
        if (atEnd()) {
            ends.add(position);
        }
        courses.forgetAfter(position); // other bytes follow from now on
        past.forgetAfter(position);
        stream.insert(position, piece);
        insertedEnd = position + piece.length;
        return new LabReport.Inserted(id, position, insertedEnd);
    }

    /** Whether there is something that the reader has put in and that was not read yet. */
    boolean hasInserted() {
        return engine().position() < insertedEnd;
    }

    /** Whether a step need not wait for bytes. */
    boolean canStep() {
        return isTyped() ? engine().position() < stream.size() : engine().canStep();
    }

    /** Whether everything has been read, and nothing will follow. */
    boolean atEnd() {
        return stream.isComplete() && engine().position() == stream.size();
    }

    /**
     * Predicts, and learns, the next bytes; of a typed stream one, so that each key is predicted by all before it. Says
     * whether the transformer has just diverged, or recovered.
     */
    boolean step() {
        PrequentialEngine engine = engine();
        long start = engine.position();
        courses.goOn(start, bitsSoFar());
        soundness.beforeStep(engine, inForce);
        StepResult result = engine.step((int) (nextStep() - start));
        for (int i = 0; i < result.count(); i++) {
            int value = stream.at(result.position() + i);
            tail.add(result, i, value);
            stretch.add(value, result.bits(i));
        }
        courses.present().passed(start, engine.position(), bitsSoFar());
        return soundness.changedBy(result, inForce);
    }

    private double bitsSoFar() {
        return 8 * engine().meter().codeLengthBytes();
    }

    /** Whether the transformer diverged, and what there is to go back to. */
    LabReport.Diverged diverged() {
        return soundness.report(id, engine().position(), trouble);
    }

    /** Takes the transformer back to where it was sound; the run stands where it stood, and can go on. */
    LabReport.WentBack goBack() {
        SafePoint safe = isSound() && !soundness.hasDiverged() ? null : soundness.safePoint();
        if (safe == null) {
            throw new IllegalStateException("there is nothing to go back to: the run has not diverged");
        }
        OnlineRecipe before = inForce;
        returnTo(safe);
        courses.changed(new LiveChange(engine().position(), null, before, inForce), bitsSoFar());
        return new LabReport.WentBack(id, engine().position(), safe.position(), inForce.toJson());
    }

    private void returnTo(SafePoint safe) {
        inForce = soundness.goBack(engine(), safe);
        trouble = "";
    }

    /** Makes the next change of the present course again. */
    void repeat() {
        LiveChange change = courses.next();
        SafePoint safe = soundness.safePoint();
        if (change.wanted() != null) {
            tuneTo(change.wanted());
        } else if (safe != null) {
            returnTo(safe);
        }
        courses.repeated();
    }

    /** Ends the learning for good; the run stays readable. */
    void breakOff(Throwable cause) {
        soundness.overflowed(inForce);
        trouble = FailureText.describe(cause) + ". Learning stopped at position " + engine().position()
                + "; what was learned before can still be seen and sampled."
                + (cause instanceof NonFiniteException
                        ? " Start again with a lower learning rate, or clip gradients."
                        : "");
    }

    boolean isSound() {
        return trouble.isEmpty();
    }

    /** Why the learning broke off. */
    String trouble() {
        return trouble;
    }

    void checkSound() {
        if (!isSound()) {
            throw new IllegalStateException(trouble);
        }
    }

    /** Puts in force what of {@code recipe} can change while running. */
    LabReport.Tuned tune(String recipe) {
        OnlineRecipe changed = OnlineRecipe.parse(recipe, RECIPE);
        OnlineRecipe before = inForce;
        if (!live(changed).equals(before)) {
            tuneTo(changed);
            courses.changed(new LiveChange(engine().position(), changed, before, inForce), bitsSoFar());
        }
        return new LabReport.Tuned(id, engine().position(), inForce.toJson(), changed.needingRestart(config));
    }

    private void tuneTo(OnlineRecipe changed) {
        soundness.beforeChange(engine(), inForce);
        engine().tune(changed.online());
        inForce = live(changed);
    }

    /** What of {@code changed} can be in force. */
    private OnlineRecipe live(OnlineRecipe changed) {
        Map<String, String> live = new LinkedHashMap<>(changed.changesFrom(config));
        live.keySet().removeAll(changed.needingRestart(config));
        return config.withAll(live);
    }

    /** Begins to code what was read, by the recipe that is in force. */
    EncodingInProgress encode(Task task) {
        long length = engine().position();
        if (length == 0) {
            throw new IllegalStateException("nothing was read yet: let it read at least one byte");
        }
        if (!stream.isWhole()) {
            throw new IllegalStateException("the beginning of the " + length
                    + " bytes is not held any more: of a long stream only the newest part stays in memory");
        }
        byte[] text = new byte[(int) length];
        stream.read(0, text, 0, text.length);
        return new EncodingInProgress(id, text, inForce, task);
    }

    /** Begins a sample, each byte of which is drawn from what the run as it then stands would charge for. */
    SampleInProgress sample(LabCommand.Sample of, Task task) {
        if (of.length() < 1 || of.length() > LONGEST_SAMPLE) {
            throw new IllegalArgumentException("length " + of.length() + " must be 1 to " + LONGEST_SAMPLE);
        }
        Sampler sampler = Sampler.of(of.temperature(), of.topK(), of.topP(), Rng.seeded(of.seed()));
        SampledText text =
                SampledText.from(engine(), stream, sampler, of.prompt().toArray());
        return new SampleInProgress(id, of.id(), engine().position(), text, of.length(), task);
    }
}
