package microgpt.protocol.train;

import microgpt.protocol.ByteReader;
import microgpt.protocol.ByteWriter;

/** The bytes of each {@link TrainReport}: how it is written, and below it how it is read. */
final class TrainReportWire implements TrainReport.Handler {
    private final ByteWriter out;

    TrainReportWire(ByteWriter out) {
        this.out = out;
    }

    static TrainReport decode(ByteReader in) {
        int tag = in.tag();
        return switch (tag) {
            case 151 -> ready(in);
            case 152 -> text(in);
            case 153 -> estimated(in);
            case 154 -> started(in);
            case 155 -> transport(in);
            case 156 -> progress(in);
            case 157 -> looked(in);
            case 158 -> sampled(in);
            case 159 -> inside(in);
            case 160 -> tuned(in);
            case 161 -> saved(in);
            case 162 -> library(in);
            case 163 -> history(in);
            case 164 -> exported(in);
            case 165 -> imported(in);
            case 166 -> damaged(in);
            case 167 -> storage(in);
            case 168 -> failed(in);
            default -> throw new IllegalArgumentException("no report has the tag " + tag);
        };
    }

    @Override
    public void on(TrainReport.Ready ready) {
        out.tag(151).text(ready.backend()).text(ready.why()).text(ready.storage());
    }

    private static TrainReport.Ready ready(ByteReader in) {
        return new TrainReport.Ready(in.text(), in.text(), in.text());
    }

    @Override
    public void on(TrainReport.Text text) {
        out.tag(152)
                .int32(text.command())
                .text(text.name())
                .int64(text.bytes())
                .int64(text.knownBytes())
                .bool(text.complete())
                .text(text.waiting())
                .text(text.sha256())
                .bytes(text.beginning());
    }

    private static TrainReport.Text text(ByteReader in) {
        return new TrainReport.Text(
                in.int32(), in.text(), in.int64(), in.int64(), in.bool(), in.text(), in.text(), in.bytes());
    }

    @Override
    public void on(TrainReport.Estimated estimated) {
        out.tag(153)
                .int32(estimated.command())
                .int32(estimated.parameters())
                .int64(estimated.memoryBytes())
                .int64(estimated.savedBytes())
                .real(estimated.bytesPerParameter())
                .real(estimated.secondsPerStep())
                .int64(estimated.maxSteps())
                .text(estimated.trouble());
    }

    private static TrainReport.Estimated estimated(ByteReader in) {
        return new TrainReport.Estimated(
                in.int32(), in.int32(), in.int64(), in.int64(), in.real(), in.real(), in.int64(), in.text());
    }

    @Override
    public void on(TrainReport.Started started) {
        out.tag(154)
                .text(started.run())
                .text(started.name())
                .text(started.model())
                .text(started.training())
                .int32(started.parameters())
                .int64(started.memoryBytes())
                .text(started.text())
                .int64(started.trainTokens())
                .int64(started.validationTokens())
                .real(started.order0())
                .real(started.order2())
                .with(started.losses(), TrainReportWire::losses);
    }

    private static TrainReport.Started started(ByteReader in) {
        return new TrainReport.Started(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.int32(),
                in.int64(),
                in.text(),
                in.int64(),
                in.int64(),
                in.real(),
                in.real(),
                losses(in));
    }

    @Override
    public void on(TrainReport.Transport transport) {
        out.tag(155)
                .text(transport.run())
                .bool(transport.running())
                .int64(transport.steps())
                .int64(transport.maxSteps())
                .bool(transport.done())
                .bool(transport.settled());
    }

    private static TrainReport.Transport transport(ByteReader in) {
        return new TrainReport.Transport(in.text(), in.bool(), in.int64(), in.int64(), in.bool(), in.bool());
    }

    @Override
    public void on(TrainReport.Progress progress) {
        out.tag(156)
                .text(progress.run())
                .int64(progress.steps())
                .floats(progress.losses())
                .real(progress.tokensPerSecond())
                .real(progress.learningRate())
                .real(progress.gradientNorm())
                .real(progress.elapsedMillis())
                .real(progress.leftMillis());
    }

    private static TrainReport.Progress progress(ByteReader in) {
        return new TrainReport.Progress(
                in.text(), in.int64(), in.floats(), in.real(), in.real(), in.real(), in.real(), in.real());
    }

    @Override
    public void on(TrainReport.Looked looked) {
        out.tag(157)
                .text(looked.run())
                .int64(looked.steps())
                .real(looked.loss())
                .bool(looked.best());
    }

    private static TrainReport.Looked looked(ByteReader in) {
        return new TrainReport.Looked(in.text(), in.int64(), in.real(), in.bool());
    }

    @Override
    public void on(TrainReport.Sampled sampled) {
        out.tag(158)
                .text(sampled.run())
                .int32(sampled.id())
                .int64(sampled.steps())
                .bytes(sampled.text())
                .bool(sampled.complete())
                .real(sampled.bytesPerSecond());
    }

    private static TrainReport.Sampled sampled(ByteReader in) {
        return new TrainReport.Sampled(in.text(), in.int32(), in.int64(), in.bytes(), in.bool(), in.real());
    }

    @Override
    public void on(TrainReport.Inside inside) {
        out.tag(159)
                .text(inside.run())
                .int32(inside.id())
                .int64(inside.steps())
                .int32(inside.layers())
                .int32(inside.heads())
                .int32(inside.length())
                .list(inside.next(), TrainReportWire::choice)
                .list(inside.whole(), TrainReportWire::choice)
                .list(inside.lens(), TrainReportWire::lens)
                .floats(inside.attention())
                .floats(inside.losses())
                .real(inside.divergence());
    }

    private static TrainReport.Inside inside(ByteReader in) {
        return new TrainReport.Inside(
                in.text(),
                in.int32(),
                in.int64(),
                in.int32(),
                in.int32(),
                in.int32(),
                in.list(TrainReportWire::choice),
                in.list(TrainReportWire::choice),
                in.list(TrainReportWire::lens),
                in.floats(),
                in.floats(),
                in.real());
    }

    @Override
    public void on(TrainReport.Tuned tuned) {
        out.tag(160).text(tuned.run()).real(tuned.learningRate());
    }

    private static TrainReport.Tuned tuned(ByteReader in) {
        return new TrainReport.Tuned(in.text(), in.real());
    }

    @Override
    public void on(TrainReport.Saved saved) {
        out.tag(161).text(saved.run()).int64(saved.steps()).int64(saved.bytes()).real(saved.atMillis());
    }

    private static TrainReport.Saved saved(ByteReader in) {
        return new TrainReport.Saved(in.text(), in.int64(), in.int64(), in.real());
    }

    @Override
    public void on(TrainReport.Library library) {
        out.tag(162).list(library.runs(), TrainReportWire::savedRun);
    }

    private static TrainReport.Library library(ByteReader in) {
        return new TrainReport.Library(in.list(TrainReportWire::savedRun));
    }

    @Override
    public void on(TrainReport.History history) {
        out.tag(163)
                .text(history.run())
                .text(history.name())
                .text(history.model())
                .text(history.training())
                .with(history.losses(), TrainReportWire::losses);
    }

    private static TrainReport.History history(ByteReader in) {
        return new TrainReport.History(in.text(), in.text(), in.text(), in.text(), losses(in));
    }

    @Override
    public void on(TrainReport.Exported exported) {
        out.tag(164).text(exported.fileName()).bytes(exported.content());
    }

    private static TrainReport.Exported exported(ByteReader in) {
        return new TrainReport.Exported(in.text(), in.bytes());
    }

    @Override
    public void on(TrainReport.Imported imported) {
        out.tag(165)
                .text(imported.fileName())
                .text(imported.run())
                .text(imported.model())
                .text(imported.training());
    }

    private static TrainReport.Imported imported(ByteReader in) {
        return new TrainReport.Imported(in.text(), in.text(), in.text(), in.text());
    }

    @Override
    public void on(TrainReport.Damaged damaged) {
        out.tag(166)
                .text(damaged.run())
                .text(damaged.file())
                .text(damaged.reason())
                .bool(damaged.previous());
    }

    private static TrainReport.Damaged damaged(ByteReader in) {
        return new TrainReport.Damaged(in.text(), in.text(), in.text(), in.bool());
    }

    @Override
    public void on(TrainReport.Storage storage) {
        out.tag(167).int64(storage.usedBytes()).int64(storage.quotaBytes()).bool(storage.persisted());
    }

    private static TrainReport.Storage storage(ByteReader in) {
        return new TrainReport.Storage(in.int64(), in.int64(), in.bool());
    }

    @Override
    public void on(TrainReport.Failed failed) {
        out.tag(168).int32(failed.command()).text(failed.doing()).text(failed.message());
    }

    private static TrainReport.Failed failed(ByteReader in) {
        return new TrainReport.Failed(in.int32(), in.text(), in.text());
    }

    private static void losses(ByteWriter out, TrainReport.Losses losses) {
        out.reals(losses.steps())
                .floats(losses.training())
                .reals(losses.lookedAt())
                .reals(losses.validation());
    }

    private static TrainReport.Losses losses(ByteReader in) {
        return new TrainReport.Losses(in.reals(), in.floats(), in.reals(), in.reals());
    }

    private static void choice(ByteWriter out, TrainReport.Choice choice) {
        out.int32(choice.value()).real(choice.probability());
    }

    private static TrainReport.Choice choice(ByteReader in) {
        return new TrainReport.Choice(in.int32(), in.real());
    }

    private static void lens(ByteWriter out, TrainReport.Lens lens) {
        out.list(lens.next(), TrainReportWire::choice);
    }

    private static TrainReport.Lens lens(ByteReader in) {
        return new TrainReport.Lens(in.list(TrainReportWire::choice));
    }

    private static void savedRun(ByteWriter out, TrainReport.SavedRun savedRun) {
        out.text(savedRun.run())
                .text(savedRun.name())
                .real(savedRun.savedAtMillis())
                .int64(savedRun.steps())
                .int64(savedRun.maxSteps())
                .int32(savedRun.parameters())
                .real(savedRun.loss())
                .real(savedRun.bestLoss())
                .text(savedRun.text())
                .int64(savedRun.textBytes())
                .bytes(savedRun.sample())
                .text(savedRun.trouble());
    }

    private static TrainReport.SavedRun savedRun(ByteReader in) {
        return new TrainReport.SavedRun(
                in.text(),
                in.text(),
                in.real(),
                in.int64(),
                in.int64(),
                in.int32(),
                in.real(),
                in.real(),
                in.text(),
                in.int64(),
                in.bytes(),
                in.text());
    }
}
