package microgpt.worker.lab;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import microgpt.corpus.ByteStream;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.EventLoop;

/**
 * What the browser's own gzip makes of exactly the bytes that have been read: measured every few seconds, and once more
 * where the run stops.
 *
 * <p>The figure is the size of a gzip file of the first bytes of the stream, in members of {@link #MEMBER_BYTES}: up to there
 * what gzip makes of them in one go, beyond there up to about one percent more, since each member begins with an empty
 * dictionary. So a byte is compressed anew only while its member is open, and the memory is that of the open member, and of
 * those complete that wait for their size.
 */
final class GzipMeter {
    static final double EVERY_MILLIS = 3000;
    /** How much of the stream is compressed by itself. */
    static final int MEMBER_BYTES = LabReport.Gzipped.MEMBER_BYTES;
    /** Compressing may take this share of the time at most. */
    private static final double BUSY_SHARE = 0.05;
    /** While the run goes on, bytes are taken in such pieces: a stream that is read once holds more behind its reader. */
    private static final int PIECE = 4096;

    private final EventLoop loop;
    private final Gzip gzip;
    private final Consumer<LabReport> page;
    private final ArrayDeque<Gzip.Member> complete = new ArrayDeque<>();
    private Gzip.Member open;
    private int run;
    private long covered;
    private long completeBytes;
    private long toldAt;
    private long stoppedAt;
    private boolean measuring;
    private double dueMillis;

    GzipMeter(EventLoop loop, Gzip gzip, Consumer<LabReport> page) {
        this.loop = loop;
        this.gzip = gzip;
        this.page = page;
        open = gzip.begin();
    }

    /** Another stream begins, that of the run {@code id}. */
    void begin(int id) {
        run = id;
        complete.clear();
        open = gzip.begin();
        covered = 0;
        completeBytes = 0;
        toldAt = 0;
        stoppedAt = 0;
        measuring = false;
        dueMillis = loop.nowMillis() + EVERY_MILLIS;
    }

    /** The run made a step, and stands at {@code position}. */
    void follow(ByteStream stream, long position) {
        if (position - covered >= PIECE) {
            take(stream, position);
            measure();
        }
    }

    /** The run stands at {@code position}, of which the page is being told, and goes on. */
    void passing(ByteStream stream, long position) {
        if (!measuring && loop.nowMillis() >= dueMillis) {
            take(stream, position);
            if (complete.isEmpty() && toldAt < covered) {
                measureOpen();
            } else {
                measure();
            }
        }
    }

    /** The run stands at {@code position}, perhaps for good. */
    void stopped(ByteStream stream, long position) {
        take(stream, position);
        stoppedAt = position;
        measure();
    }

    private void take(ByteStream stream, long position) {
        while (covered < position) {
            byte[] fresh = new byte[(int) Math.min(position - covered, MEMBER_BYTES - covered % MEMBER_BYTES)];
            stream.read(covered, fresh, 0, fresh.length);
            open.append(fresh);
            covered += fresh.length;
            if (covered % MEMBER_BYTES == 0) {
                complete.add(open);
                open = gzip.begin();
            }
        }
    }

    /** Goes on with the oldest complete member, then with the open one if the run stands where it stopped. */
    private void measure() {
        Gzip.Member oldest = complete.peekFirst();
        if (measuring) {
            return;
        } else if (oldest != null) {
            measure(oldest, bytes -> {
                complete.removeFirst();
                completeBytes += bytes;
            });
        } else if (stoppedAt == covered && toldAt < covered) {
            measureOpen();
        }
    }

    private void measureOpen() {
        long at = covered;
        double began = loop.nowMillis();
        if (at % MEMBER_BYTES == 0) {
            tell(at, completeBytes, began);
        } else {
            measure(open, bytes -> tell(at, completeBytes + bytes, began));
        }
    }

    private void measure(Gzip.Member member, Gzip.SizeReceiver receiver) {
        measuring = true;
        int mine = run;
        member.measure(bytes -> {
            if (mine == run) {
                measuring = false;
                receiver.measured(bytes);
                measure();
            }
        });
    }

    private void tell(long position, long bytes, double beganMillis) {
        double now = loop.nowMillis();
        dueMillis = now + Math.max(EVERY_MILLIS, (now - beganMillis) / BUSY_SHARE);
        toldAt = position;
        page.accept(new LabReport.Gzipped(run, position, bytes));
    }
}
