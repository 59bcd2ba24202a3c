package microgpt.worker.train;

import java.util.function.Consumer;
import microgpt.corpus.ByteStream;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.Limit;
import microgpt.protocol.Source;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.fetch.Download;
import microgpt.worker.fetch.DownloadListener;
import microgpt.worker.fetch.Fetcher;
import microgpt.worker.fetch.Sources;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Task;

/** The text to train on, as it arrives. */
final class TrainText {
    private static final int BEGINNING = 600;

    private final Task task;
    private final EventLoop loop;
    private final Consumer<TrainReport> page;
    private final String name;
    private final ByteStream stream;
    private @Nullable Download arrival;
    private String hash = "";

    /** The beginning of the text of {@code source}, which {@code task} brings. */
    TrainText(Source source, Task task, EventLoop loop, Consumer<TrainReport> page) {
        this(Sources.name(source), Sources.open(source), task, loop, page);
        if (source instanceof Source.Typed) {
            throw new IllegalArgumentException("a text to train on must be there as a whole: it cannot be typed");
        }
        checkSize(Sources.limit(source));
    }

    /** A text that is there, but may have to be completed. */
    TrainText(String name, ByteStream stream, Task task, EventLoop loop, Consumer<TrainReport> page) {
        this.name = name;
        this.task = task;
        this.stream = stream;
        this.loop = loop;
        this.page = page;
    }

    /** Begins to fetch it if it is on the web. */
    void fetch(Fetcher fetching, Source source) {
        if (Sources.isOnWeb(source)) {
            Download begun = new Download(stream, Sources.limit(source), loop, listener());
            arrival = begun;
            Sources.begin(source, begun, fetching, loop);
        }
    }

    private DownloadListener listener() {
        return new DownloadListener() {
            @Override
            public void loading(long bytes, long known, boolean complete, boolean held) {
                tell(known);
            }

            @Override
            public boolean hasRoom() {
                return true; // for as much as the limit allows
            }

            @Override
            public void waiting(String why) {
                tell(-1, why);
            }

            @Override
            public void failed(String message) {
                task.fail(message);
            }

            @Override
            public void grown() {}
        };
    }

    void append(Bytes piece, boolean last) {
        byte[] bytes = piece.toArray();
        checkSize(stream.size() + bytes.length);
        stream.append(bytes, 0, bytes.length);
        if (last) {
            stream.complete();
        }
        tell(-1);
    }

    void cancel() {
        if (arrival != null) {
            arrival.cancel();
        }
    }

    void abandon() {
        if (arrival != null) {
            arrival.abandon();
        }
    }

    private static void checkSize(long bytes) {
        if (bytes > Limit.TEXT.bytes()) {
            throw new IllegalArgumentException(
                    "a text to train on has " + Limit.TEXT.size() + " at most, not " + bytes + " bytes");
        }
    }

    void tell(long known) {
        tell(known, "");
    }

    private void tell(long known, String waiting) {
        boolean complete = stream.isComplete();
        byte[] beginning = new byte[complete ? (int) Math.min(BEGINNING, stream.size()) : 0];
        stream.read(0, beginning, 0, beginning.length);
        page.accept(new TrainReport.Text(
                task.command(),
                name,
                stream.size(),
                complete ? stream.size() : known,
                complete,
                waiting,
                hash(),
                Bytes.of(beginning)));
    }

    /** The SHA-256 of the text; empty until it is complete. */
    String hash() {
        if (hash.isEmpty() && stream.isComplete()) {
            hash = stream.sha256(stream.size());
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
