package microgpt.worker.fetch;

import microgpt.corpus.ByteStream;
import microgpt.numeric.Nullable;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Task;

/**
 * A stream that is filled from the web, up to a limit, and no faster than its listener has room for. Whatever ends the
 * filling completes the stream: what has arrived can be learned from.
 */
public final class Download {
    private static final double REPORT_MILLIS = 100;

    private final ByteStream stream;
    private final long limit;
    private final EventLoop loop;
    private final DownloadListener news;
    private @Nullable Fetcher.Transfer transfer;
    private boolean held;
    private boolean abandoned;
    private long expected = -1;
    private double reportedAtMillis = Double.NEGATIVE_INFINITY;

    public Download(ByteStream stream, long limit, EventLoop loop, DownloadListener news) {
        this.stream = stream;
        this.limit = limit;
        this.loop = loop;
        this.news = news;
    }

    /** Keeps what has arrived, and ends the stream there. */
    public void cancel() {
        if (!isOver()) {
            finish();
        }
    }

    /** Stops without a word: nobody wants the stream any more. */
    public void abandon() {
        abandoned = true;
        abort();
    }

    /** Whether nothing more is wanted. */
    boolean isOver() {
        return abandoned || stream.isComplete();
    }

    /** What is under way from now on. */
    void use(Fetcher.Transfer begun) {
        transfer = begun;
        held = false;
        if (isOver()) {
            begun.abort();
        }
    }

    /** All that came was taken in: the next piece is asked for, now or when there is room for it. */
    void next() {
        if (isOver()) {
            return;
        }
        held = !news.hasRoom();
        if (held) {
            report();
        } else if (transfer != null) {
            transfer.next();
        }
    }

    /** Asks for the next piece if that was waiting for room, and there is some. */
    public void resume() {
        if (held && news.hasRoom()) {
            next();
            report();
        }
    }

    private void abort() {
        if (transfer != null) {
            transfer.abort();
        }
    }

    /** Takes something in; if that fails, nothing more is wanted. */
    void attempt(Runnable action) {
        new Task(0, this::failKeeping).run(action);
    }

    /** Another text begins, after a blank line. */
    void beginDocument() {
        if (!isOver() && stream.size() > 0) {
            take(new byte[] {'\n', '\n'});
            if (!isOver()) {
                stream.beginDocument();
            }
        }
    }

    /** As much of {@code piece} as there is room for; the stream is complete when it is full. */
    void take(byte[] piece) {
        if (isOver()) {
            return;
        }
        int length = (int) Math.min(piece.length, limit - stream.size());
        stream.append(piece, 0, length);
        if (stream.size() == limit) {
            finish();
            return;
        }
        if (loop.nowMillis() >= reportedAtMillis + REPORT_MILLIS) {
            report();
        }
        news.grown();
    }

    long size() {
        return stream.size();
    }

    /** How many bytes may still arrive. */
    long room() {
        return limit - stream.size();
    }

    /** About how many bytes there are in all, whatever the limit; -1 if nobody knows. */
    void expect(long bytes) {
        expected = bytes < 0 ? -1 : Math.min(bytes, limit);
    }

    /** Tells the page now. */
    void report() {
        reportedAtMillis = loop.nowMillis();
        long known = stream.isComplete() ? stream.size() : stream.size() <= expected ? expected : -1;
        news.loading(stream.size(), known, stream.isComplete(), held);
    }

    void waiting(String why) {
        news.waiting(why);
    }

    void fail(String message) {
        finish();
        news.failed(message);
    }

    /** The same, and says what stays. */
    void failKeeping(String message) {
        fail(stream.size() == 0 ? message : message + "; the " + stream.size() + " bytes that arrived before are kept");
    }

    void finish() {
        abort();
        held = false;
        stream.complete();
        report();
        news.grown();
    }
}
