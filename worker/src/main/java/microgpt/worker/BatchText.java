package microgpt.worker;

import java.util.function.Consumer;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.Report;
import microgpt.protocol.Source;
import microgpt.protocol.TrainReport;

/** The text to train on, as it arrives. */
final class BatchText {
    private final EventLoop loop;
    private final Consumer<TrainReport> page;
    private final String name;
    private final ByteStream stream;
    private @Nullable UrlLoading loading;
    private String hash = "";

    /** The beginning of the text of {@code source}. */
    BatchText(Source source, EventLoop loop, Consumer<TrainReport> page) {
        this(Sources.name(source), Sources.open(source), loop, page);
        if (source instanceof Source.Typed) {
            throw new IllegalArgumentException("a text to train on must be there as a whole: it cannot be typed");
        }
    }

    /** A text that is there, but may have to be completed. */
    BatchText(String name, ByteStream stream, EventLoop loop, Consumer<TrainReport> page) {
        this.name = name;
        this.stream = stream;
        this.loop = loop;
        this.page = page;
    }

    void fetch(Fetching fetching, Source.Url url) {
        UrlLoading begun = new UrlLoading(stream, url.limit(), loop, this::pass, () -> {});
        loading = begun;
        begun.begin(fetching, url.address());
    }

    private void pass(Report report) {
        if (report instanceof Report.Loading progress) {
            tell(progress.expected());
        } else if (report instanceof Report.Failed failed) {
            page.accept(new TrainReport.Failed("loading the text", failed.message()));
        }
    }

    void append(Bytes piece, boolean last) {
        byte[] bytes = piece.toArray();
        stream.append(bytes, 0, bytes.length);
        if (last) {
            stream.complete();
        }
        tell(-1);
    }

    void cancel() {
        if (loading != null) {
            loading.cancel();
        }
    }

    void abandon() {
        if (loading != null) {
            loading.abandon();
        }
    }

    void tell(long known) {
        boolean complete = stream.isComplete();
        page.accept(new TrainReport.Text(name, stream.size(), complete ? stream.size() : known, complete, hash()));
    }

    /** The SHA-256 of the text; empty until it is complete. */
    String hash() {
        if (hash.isEmpty() && stream.isComplete()) {
            hash = DatasetManifest.hash(stream, stream.size());
        }
        return hash;
    }

    String name() {
        return name;
    }

    ByteStream stream() {
        return stream;
    }

    byte[] bytes() {
        byte[] bytes = new byte[(int) stream.size()];
        stream.read(0, bytes, 0, bytes.length);
        return bytes;
    }
}
