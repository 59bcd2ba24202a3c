package microgpt.protocol.lab;

import microgpt.protocol.ByteReader;
import microgpt.protocol.ByteWriter;

/** The bytes of each {@link LabReport}: how it is written, and below it how it is read. */
final class LabReportWire implements LabReport.Handler {
    private final ByteWriter out;

    LabReportWire(ByteWriter out) {
        this.out = out;
    }

    static LabReport decode(ByteReader in) {
        int tag = in.tag();
        return switch (tag) {
            case 101 -> ready(in);
            case 102 -> started(in);
            case 103 -> transport(in);
            case 104 -> loading(in);
            case 105 -> progress(in);
            case 106 -> events(in);
            case 107 -> read(in);
            case 108 -> phases(in);
            case 109 -> nextByte(in);
            case 110 -> attention(in);
            case 111 -> sampled(in);
            case 112 -> tuned(in);
            case 113 -> selfTested(in);
            case 114 -> failed(in);
            case 115 -> gzipped(in);
            case 116 -> encoding(in);
            case 117 -> encoded(in);
            case 118 -> decoding(in);
            case 119 -> decoded(in);
            case 120 -> new LabReport.Awaited(in.int32(), in.bool());
            case 121 -> diverged(in);
            case 122 -> wentBack(in);
            case 140 -> described(in);
            case 150 -> supposed(in);
            case 151 -> predicted(in);
            case 152 -> new LabReport.Inserted(in.int32(), in.int64(), in.int64());
            case 154 -> reached(in);
            case 142 -> new LabReport.Travelled(in.int32(), in.int32(), in.int64(), in.int64(), in.bool(), in.text());
            case 143 -> courses(in);
            case 146 -> ModelWire.picture(in);
            case 147 -> ModelWire.embedding(in);
            case 148 -> ModelWire.forgetting(in);
            default -> throw new IllegalArgumentException("no report has the tag " + tag);
        };
    }

    @Override
    public void on(LabReport.Ready ready) {
        out.tag(101).text(ready.backend()).text(ready.why());
    }

    private static LabReport ready(ByteReader in) {
        return new LabReport.Ready(in.text(), in.text());
    }

    @Override
    public void on(LabReport.Started started) {
        started(out.tag(102), started);
    }

    private static ByteWriter started(ByteWriter out, LabReport.Started started) {
        return out.int32(started.run())
                .int32(started.parameters())
                .int64(started.memoryBytes())
                .int64(started.mostMemoryBytes())
                .int64(started.streamBytes())
                .list(started.phases(), LabReportWire::phaseMark);
    }

    private static LabReport.Started started(ByteReader in) {
        return new LabReport.Started(
                in.int32(), in.int32(), in.int64(), in.int64(), in.int64(), in.list(LabReportWire::phaseMark));
    }

    @Override
    public void on(LabReport.Awaited awaited) {
        out.tag(120).int32(awaited.start()).bool(awaited.over());
    }

    @Override
    public void on(LabReport.Transport transport) {
        out.tag(103)
                .int32(transport.run())
                .bool(transport.running())
                .real(transport.stepsPerSecond())
                .bool(transport.atEnd());
    }

    private static LabReport transport(ByteReader in) {
        return new LabReport.Transport(in.int32(), in.bool(), in.real(), in.bool());
    }

    @Override
    public void on(LabReport.Loading loading) {
        out.tag(104)
                .int32(loading.run())
                .int64(loading.streamBytes())
                .int64(loading.expected())
                .bool(loading.complete())
                .text(loading.waiting());
    }

    private static LabReport loading(ByteReader in) {
        return new LabReport.Loading(in.int32(), in.int64(), in.int64(), in.bool(), in.text());
    }

    @Override
    public void on(LabReport.Progress progress) {
        out.tag(105)
                .int32(progress.run())
                .int64(progress.position())
                .int64(progress.step())
                .int32(progress.phase())
                .real(progress.fast())
                .real(progress.fastMin())
                .real(progress.fastMax())
                .real(progress.slow())
                .real(progress.whole())
                .list(progress.scores(), LabReportWire::score)
                .real(progress.codeLengthBytes())
                .real(progress.learningRate())
                .real(progress.gradientNorm())
                .real(progress.bytesPerSecond())
                .with(progress.counters(), LabReportWire::counters)
                .bool(progress.prequential())
                .bool(progress.singleTouch());
    }

    private static LabReport progress(ByteReader in) {
        return new LabReport.Progress(
                in.int32(),
                in.int64(),
                in.int64(),
                in.int32(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.list(LabReportWire::score),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                counters(in),
                in.bool(),
                in.bool());
    }

    private static void score(ByteWriter out, LabReport.Score score) {
        out.text(score.predictor())
                .real(score.fast())
                .real(score.slow())
                .real(score.whole())
                .real(score.share());
    }

    private static LabReport.Score score(ByteReader in) {
        return new LabReport.Score(in.text(), in.real(), in.real(), in.real(), in.real());
    }

    @Override
    public void on(LabReport.Events events) {
        out.tag(106).int32(events.run()).list(events.events(), LabReportWire::event);
    }

    private static LabReport events(ByteReader in) {
        return new LabReport.Events(in.int32(), in.list(LabReportWire::event));
    }

    @Override
    public void on(LabReport.Read read) {
        out.tag(107)
                .int32(read.run())
                .int64(read.position())
                .bytes(read.bytes())
                .floats(read.bits())
                .list(read.others(), LabReportWire::costs);
    }

    private static LabReport read(ByteReader in) {
        return new LabReport.Read(in.int32(), in.int64(), in.bytes(), in.floats(), in.list(LabReportWire::costs));
    }

    private static void costs(ByteWriter out, LabReport.Costs costs) {
        out.text(costs.predictor()).floats(costs.bits());
    }

    private static LabReport.Costs costs(ByteReader in) {
        return new LabReport.Costs(in.text(), in.floats());
    }

    @Override
    public void on(LabReport.Phases phases) {
        out.tag(108).int32(phases.run()).list(phases.scores(), LabReportWire::phaseScore);
    }

    private static LabReport phases(ByteReader in) {
        return new LabReport.Phases(in.int32(), in.list(LabReportWire::phaseScore));
    }

    @Override
    public void on(LabReport.NextByte nextByte) {
        out.tag(109)
                .int32(nextByte.run())
                .int64(nextByte.position())
                .bytes(nextByte.candidates())
                .floats(nextByte.probabilities())
                .int32(nextByte.truth())
                .real(nextByte.truthBits())
                .list(nextByte.neighbours(), LabReportWire::neighbour);
    }

    private static LabReport nextByte(ByteReader in) {
        return new LabReport.NextByte(
                in.int32(),
                in.int64(),
                in.bytes(),
                in.floats(),
                in.int32(),
                in.real(),
                in.list(LabReportWire::neighbour));
    }

    private static void neighbour(ByteWriter out, LabReport.Neighbour neighbour) {
        out.int64(neighbour.position()).bytes(neighbour.text()).real(neighbour.share());
    }

    private static LabReport.Neighbour neighbour(ByteReader in) {
        return new LabReport.Neighbour(in.int64(), in.bytes(), in.real());
    }

    @Override
    public void on(LabReport.Attention attention) {
        out.tag(110)
                .int32(attention.run())
                .int32(attention.layers())
                .int32(attention.heads())
                .int32(attention.positions())
                .list(attention.tokens(), ByteWriter::int32)
                .floats(attention.weights());
    }

    private static LabReport attention(ByteReader in) {
        return new LabReport.Attention(
                in.int32(), in.int32(), in.int32(), in.int32(), in.list(ByteReader::int32), in.floats());
    }

    @Override
    public void on(LabReport.Sampled sampled) {
        out.tag(111)
                .int32(sampled.run())
                .int32(sampled.id())
                .int64(sampled.position())
                .text(sampled.by())
                .bytes(sampled.text())
                .bool(sampled.complete());
    }

    private static LabReport sampled(ByteReader in) {
        return new LabReport.Sampled(in.int32(), in.int32(), in.int64(), in.text(), in.bytes(), in.bool());
    }

    @Override
    public void on(LabReport.Gzipped gzipped) {
        out.tag(115).int32(gzipped.run()).int64(gzipped.position()).int64(gzipped.bytes());
    }

    private static LabReport gzipped(ByteReader in) {
        return new LabReport.Gzipped(in.int32(), in.int64(), in.int64());
    }

    @Override
    public void on(LabReport.Tuned tuned) {
        out.tag(112)
                .int32(tuned.run())
                .int64(tuned.position())
                .text(tuned.recipe())
                .list(tuned.needRestart(), ByteWriter::text);
    }

    private static LabReport tuned(ByteReader in) {
        return new LabReport.Tuned(in.int32(), in.int64(), in.text(), in.list(ByteReader::text));
    }

    @Override
    public void on(LabReport.Diverged diverged) {
        out.tag(121)
                .int32(diverged.run())
                .int64(diverged.position())
                .real(diverged.bits())
                .int64(diverged.backTo())
                .bool(diverged.over());
    }

    private static LabReport diverged(ByteReader in) {
        return new LabReport.Diverged(in.int32(), in.int64(), in.real(), in.int64(), in.bool());
    }

    @Override
    public void on(LabReport.WentBack wentBack) {
        out.tag(122)
                .int32(wentBack.run())
                .int64(wentBack.position())
                .int64(wentBack.backTo())
                .text(wentBack.recipe());
    }

    private static LabReport wentBack(ByteReader in) {
        return new LabReport.WentBack(in.int32(), in.int64(), in.int64(), in.text());
    }

    @Override
    public void on(LabReport.SelfTested selfTested) {
        out.tag(113).list(selfTested.checks(), LabReportWire::check);
    }

    private static LabReport selfTested(ByteReader in) {
        return new LabReport.SelfTested(in.list(LabReportWire::check));
    }

    @Override
    public void on(LabReport.Encoding encoding) {
        out.tag(116)
                .int32(encoding.run())
                .int64(encoding.position())
                .int64(encoding.length())
                .bool(encoding.ended());
    }

    private static LabReport encoding(ByteReader in) {
        return new LabReport.Encoding(in.int32(), in.int64(), in.int64(), in.bool());
    }

    @Override
    public void on(LabReport.Encoded encoded) {
        out.tag(117)
                .int32(encoded.run())
                .int64(encoded.length())
                .real(encoded.codeLengthBytes())
                .bytes(encoded.file())
                .text(encoded.sha256());
    }

    private static LabReport encoded(ByteReader in) {
        return new LabReport.Encoded(in.int32(), in.int64(), in.real(), in.bytes(), in.text());
    }

    @Override
    public void on(LabReport.Decoding decoding) {
        out.tag(118)
                .int32(decoding.file())
                .int64(decoding.position())
                .int64(decoding.length())
                .bytes(decoding.bytes())
                .floats(decoding.bits())
                .bool(decoding.ended());
    }

    private static LabReport decoding(ByteReader in) {
        return new LabReport.Decoding(in.int32(), in.int64(), in.int64(), in.bytes(), in.floats(), in.bool());
    }

    @Override
    public void on(LabReport.Decoded decoded) {
        out.tag(119).int32(decoded.file()).bytes(decoded.text()).text(decoded.sha256());
    }

    private static LabReport decoded(ByteReader in) {
        return new LabReport.Decoded(in.int32(), in.bytes(), in.text());
    }

    @Override
    public void on(LabReport.Failed failed) {
        out.tag(114).int32(failed.command()).text(failed.doing()).text(failed.message());
    }

    private static LabReport failed(ByteReader in) {
        return new LabReport.Failed(in.int32(), in.text(), in.text());
    }

    @Override
    public void on(LabReport.Supposed supposed) {
        out.tag(150)
                .int32(supposed.run())
                .int32(supposed.id())
                .int64(supposed.position())
                .int32(supposed.from())
                .floats(supposed.bits())
                .bytes(supposed.candidates())
                .floats(supposed.probabilities());
    }

    private static LabReport supposed(ByteReader in) {
        return new LabReport.Supposed(
                in.int32(), in.int32(), in.int64(), in.int32(), in.floats(), in.bytes(), in.floats());
    }

    @Override
    public void on(LabReport.Predicted predicted) {
        out.tag(151)
                .int32(predicted.run())
                .int64(predicted.position())
                .int32(predicted.ahead())
                .bytes(predicted.before())
                .int32(predicted.truth())
                .floats(predicted.probabilities())
                .floats(predicted.order0());
    }

    @Override
    public void on(LabReport.Inserted inserted) {
        out.tag(152).int32(inserted.run()).int64(inserted.position()).int64(inserted.end());
    }

    private static LabReport predicted(ByteReader in) {
        return new LabReport.Predicted(
                in.int32(), in.int64(), in.int32(), in.bytes(), in.int32(), in.floats(), in.floats());
    }

    @Override
    public void on(LabReport.Reached reached) {
        out.tag(154)
                .int32(reached.run())
                .int64(reached.position())
                .bytes(reached.bytes())
                .reals(reached.bits())
                .bool(reached.over());
    }

    private static LabReport reached(ByteReader in) {
        return new LabReport.Reached(in.int32(), in.int64(), in.bytes(), in.reals(), in.bool());
    }

    private static void phaseMark(ByteWriter out, LabReport.PhaseMark mark) {
        out.text(mark.name()).int64(mark.start()).int64(mark.end());
    }

    private static LabReport.PhaseMark phaseMark(ByteReader in) {
        return new LabReport.PhaseMark(in.text(), in.int64(), in.int64());
    }

    private static void counters(ByteWriter out, LabReport.Counters counters) {
        out.int64(counters.skipped())
                .int64(counters.replayed())
                .int64(counters.boosted())
                .int64(counters.clipped());
    }

    private static LabReport.Counters counters(ByteReader in) {
        return new LabReport.Counters(in.int64(), in.int64(), in.int64(), in.int64());
    }

    @SuppressWarnings("EnumOrdinal") // both ends are built from the same source
    private static void event(ByteWriter out, LabReport.Event event) {
        out.tag(event.kind().ordinal()).int64(event.position());
    }

    private static LabReport.Event event(ByteReader in) {
        return new LabReport.Event(in.oneOf(LabReport.Event.Kind.values()), in.int64());
    }

    private static void phaseScore(ByteWriter out, LabReport.PhaseScore score) {
        out.text(score.name())
                .int32(score.visit())
                .int64(score.start())
                .int64(score.bytes())
                .real(score.mean())
                .real(score.first())
                .real(score.now())
                .int64(score.recoveryBytes());
    }

    private static LabReport.PhaseScore phaseScore(ByteReader in) {
        return new LabReport.PhaseScore(
                in.text(), in.int32(), in.int64(), in.int64(), in.real(), in.real(), in.real(), in.int64());
    }

    private static void check(ByteWriter out, LabReport.Check check) {
        out.text(check.operation()).real(check.difference()).real(check.tolerance());
    }

    private static LabReport.Check check(ByteReader in) {
        return new LabReport.Check(in.text(), in.real(), in.real());
    }

    @Override
    public void on(LabReport.Described described) {
        started(out.tag(140), described.started())
                .int64(described.position())
                .bool(described.running())
                .text(described.recipe());
    }

    private static LabReport described(ByteReader in) {
        return new LabReport.Described(started(in), in.int64(), in.bool(), in.text());
    }

    @Override
    public void on(LabReport.Travelled travelled) {
        out.tag(142)
                .int32(travelled.run())
                .int32(travelled.course())
                .int64(travelled.position())
                .int64(travelled.destination())
                .bool(travelled.arrived())
                .text(travelled.recipe());
    }

    @Override
    public void on(LabReport.Courses courses) {
        out.tag(143)
                .int32(courses.run())
                .int32(courses.present())
                .list(courses.courses(), LabReportWire::course)
                .list(courses.snapshots(), (to, position) -> to.int64(position))
                .bool(courses.forgotten());
    }

    private static LabReport courses(ByteReader in) {
        return new LabReport.Courses(
                in.int32(), in.int32(), in.list(LabReportWire::course), in.list(ByteReader::int64), in.bool());
    }

    private static void course(ByteWriter out, LabReport.Course course) {
        out.int32(course.parent())
                .int64(course.from())
                .int64(course.furthest())
                .list(course.changes(), LabReportWire::change)
                .int64(course.compared())
                .real(course.difference());
    }

    private static LabReport.Course course(ByteReader in) {
        return new LabReport.Course(
                in.int32(), in.int64(), in.int64(), in.list(LabReportWire::change), in.int64(), in.real());
    }

    private static void change(ByteWriter out, LabReport.Change change) {
        out.text(change.key()).text(change.before()).text(change.after());
    }

    private static LabReport.Change change(ByteReader in) {
        return new LabReport.Change(in.text(), in.text(), in.text());
    }

    @Override
    public void on(LabReport.ModelPicture picture) {
        ModelWire.picture(out.tag(146), picture);
    }

    @Override
    public void on(LabReport.EmbeddingMap map) {
        ModelWire.embedding(out.tag(147), map);
    }

    @Override
    public void on(LabReport.Forgetting forgetting) {
        ModelWire.forgetting(out.tag(148), forgetting);
    }
}
