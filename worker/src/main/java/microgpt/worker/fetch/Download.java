package microgpt.worker.fetch;

import microgpt.corpus.ByteStream;
import microgpt.worker.loop.EventLoop;

/**
 * A stream that is filled from the web, up to a limit. Whatever ends the filling completes the stream: what has arrived
 * can be learned from.
 */
public final class Download {
    private static final double REPORT_MILLIS = 100;

    private final ByteStream stream;
    private final long limit;
    private final EventLoop loop;
    private final DownloadListener news;
    private Runnable abort = () -> {};
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
        abort.run();
    }

    /** Whether nothing more is wanted. */
    boolean isOver() {
        return abandoned || stream.isComplete();
    }

    /** How to stop what is under way. */
    void abortBy(Runnable stop) {
        abort = stop;
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
        news.loading(stream.size(), known, stream.isComplete());
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
        abort.run();
        stream.complete();
        report();
        news.grown();
    }
}
