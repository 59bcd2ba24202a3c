package microgpt.protocol;

/** The bytes of each {@link Report}: how it is written, and below it how it is read. */
final class ReportWire implements Report.Handler {
    private final ByteWriter out;

    ReportWire(ByteWriter out) {
        this.out = out;
    }

    static Report decode(ByteReader in) {
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
            default -> throw new IllegalArgumentException("no report has the tag " + tag);
        };
    }

    @Override
    public void on(Report.Ready ready) {
        out.tag(101).text(ready.backend()).text(ready.why());
    }

    private static Report ready(ByteReader in) {
        return new Report.Ready(in.text(), in.text());
    }

    @Override
    public void on(Report.Started started) {
        out.tag(102)
                .int32(started.parameters())
                .int64(started.memoryBytes())
                .int64(started.streamBytes())
                .list(started.phases(), ReportWire::phaseMark);
    }

    private static Report started(ByteReader in) {
        return new Report.Started(in.int32(), in.int64(), in.int64(), in.list(ReportWire::phaseMark));
    }

    @Override
    public void on(Report.Transport transport) {
        out.tag(103).bool(transport.running()).real(transport.stepsPerSecond()).bool(transport.atEnd());
    }

    private static Report transport(ByteReader in) {
        return new Report.Transport(in.bool(), in.real(), in.bool());
    }

    @Override
    public void on(Report.Loading loading) {
        out.tag(104).int64(loading.streamBytes()).int64(loading.expected()).bool(loading.complete());
    }

    private static Report loading(ByteReader in) {
        return new Report.Loading(in.int64(), in.int64(), in.bool());
    }

    @Override
    public void on(Report.Progress progress) {
        out.tag(105)
                .int64(progress.position())
                .int64(progress.step())
                .int32(progress.phase())
                .real(progress.fast())
                .real(progress.fastMin())
                .real(progress.fastMax())
                .real(progress.slow())
                .real(progress.whole())
                .real(progress.order0())
                .real(progress.order2())
                .real(progress.codeLengthBytes())
                .real(progress.learningRate())
                .real(progress.gradientNorm())
                .real(progress.bytesPerSecond())
                .with(progress.counters(), ReportWire::counters)
                .bool(progress.prequential())
                .bool(progress.singleTouch());
    }

    private static Report progress(ByteReader in) {
        return new Report.Progress(
                in.int64(),
                in.int64(),
                in.int32(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                counters(in),
                in.bool(),
                in.bool());
    }

    @Override
    public void on(Report.Events events) {
        out.tag(106).list(events.events(), ReportWire::event);
    }

    private static Report events(ByteReader in) {
        return new Report.Events(in.list(ReportWire::event));
    }

    @Override
    public void on(Report.Read read) {
        out.tag(107).int64(read.position()).bytes(read.bytes()).floats(read.bits());
    }

    private static Report read(ByteReader in) {
        return new Report.Read(in.int64(), in.bytes(), in.floats());
    }

    @Override
    public void on(Report.Phases phases) {
        out.tag(108).list(phases.scores(), ReportWire::phaseScore);
    }

    private static Report phases(ByteReader in) {
        return new Report.Phases(in.list(ReportWire::phaseScore));
    }

    @Override
    public void on(Report.NextByte nextByte) {
        out.tag(109)
                .int64(nextByte.position())
                .bytes(nextByte.candidates())
                .floats(nextByte.probabilities())
                .int32(nextByte.truth())
                .real(nextByte.truthBits());
    }

    private static Report nextByte(ByteReader in) {
        return new Report.NextByte(in.int64(), in.bytes(), in.floats(), in.int32(), in.real());
    }

    @Override
    public void on(Report.Attention attention) {
        out.tag(110)
                .int32(attention.layers())
                .int32(attention.heads())
                .int32(attention.positions())
                .list(attention.tokens(), ByteWriter::int32)
                .floats(attention.weights());
    }

    private static Report attention(ByteReader in) {
        return new Report.Attention(in.int32(), in.int32(), in.int32(), in.list(ByteReader::int32), in.floats());
    }

    @Override
    public void on(Report.Sampled sampled) {
        out.tag(111)
                .int32(sampled.id())
                .int64(sampled.position())
                .bytes(sampled.text())
                .bool(sampled.complete());
    }

    private static Report sampled(ByteReader in) {
        return new Report.Sampled(in.int32(), in.int64(), in.bytes(), in.bool());
    }

    @Override
    public void on(Report.Gzipped gzipped) {
        out.tag(115).int64(gzipped.position()).int64(gzipped.bytes());
    }

    private static Report gzipped(ByteReader in) {
        return new Report.Gzipped(in.int64(), in.int64());
    }

    @Override
    public void on(Report.Tuned tuned) {
        out.tag(112).list(tuned.needRestart(), ByteWriter::text);
    }

    private static Report tuned(ByteReader in) {
        return new Report.Tuned(in.list(ByteReader::text));
    }

    @Override
    public void on(Report.SelfTested selfTested) {
        out.tag(113).list(selfTested.checks(), ReportWire::check);
    }

    private static Report selfTested(ByteReader in) {
        return new Report.SelfTested(in.list(ReportWire::check));
    }

    @Override
    public void on(Report.Failed failed) {
        out.tag(114).text(failed.doing()).text(failed.message());
    }

    private static Report failed(ByteReader in) {
        return new Report.Failed(in.text(), in.text());
    }

    private static void phaseMark(ByteWriter out, Report.PhaseMark mark) {
        out.text(mark.name()).int64(mark.start()).int64(mark.end());
    }

    private static Report.PhaseMark phaseMark(ByteReader in) {
        return new Report.PhaseMark(in.text(), in.int64(), in.int64());
    }

    private static void counters(ByteWriter out, Report.Counters counters) {
        out.int64(counters.skipped())
                .int64(counters.replayed())
                .int64(counters.boosted())
                .int64(counters.clipped());
    }

    private static Report.Counters counters(ByteReader in) {
        return new Report.Counters(in.int64(), in.int64(), in.int64(), in.int64());
    }

    @SuppressWarnings("EnumOrdinal") // both ends are built from the same source
    private static void event(ByteWriter out, Report.Event event) {
        out.tag(event.kind().ordinal()).int64(event.position());
    }

    private static Report.Event event(ByteReader in) {
        return new Report.Event(in.oneOf(Report.Event.Kind.values()), in.int64());
    }

    private static void phaseScore(ByteWriter out, Report.PhaseScore score) {
        out.text(score.name())
                .int32(score.visit())
                .int64(score.start())
                .int64(score.bytes())
                .real(score.mean())
                .real(score.first())
                .real(score.now())
                .int64(score.recoveryBytes());
    }

    private static Report.PhaseScore phaseScore(ByteReader in) {
        return new Report.PhaseScore(
                in.text(), in.int32(), in.int64(), in.int64(), in.real(), in.real(), in.real(), in.int64());
    }

    private static void check(ByteWriter out, Report.Check check) {
        out.text(check.operation()).real(check.difference()).real(check.tolerance());
    }

    private static Report.Check check(ByteReader in) {
        return new Report.Check(in.text(), in.real(), in.real());
    }
}
