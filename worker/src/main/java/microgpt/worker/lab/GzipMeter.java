package microgpt.worker.lab;

import java.util.function.Consumer;
import microgpt.corpus.ByteStream;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.EventLoop;

/**
 * What the browser's own gzip makes of exactly the bytes that have been read: measured anew every few seconds, and once
 * more where the run stops.
 */
final class GzipMeter {
    static final double EVERY_MILLIS = 3000;
    /** Compressing may take this share of the time at most. */
    private static final double BUSY_SHARE = 0.05;

    private final EventLoop loop;
    private final Gzip gzip;
    private final Consumer<LabReport> page;
    private int run;
    private long covered;
    private boolean measuring;
    private long stoppedAt;
    private double dueMillis;

    GzipMeter(EventLoop loop, Gzip gzip, Consumer<LabReport> page) {
        this.loop = loop;
        this.gzip = gzip;
        this.page = page;
    }

    /** Another stream begins, that of the run {@code id}. */
    void begin(int id) {
        run = id;
        gzip.clear();
        covered = 0;
        measuring = false;
        stoppedAt = 0;
        dueMillis = loop.nowMillis() + EVERY_MILLIS;
    }

    /** The run stands at {@code position} and goes on. */
    void passing(ByteStream stream, long position) {
        if (!measuring && loop.nowMillis() >= dueMillis) {
            measure(stream, position);
        }
    }

    /** The run stands at {@code position}, perhaps for good. */
    void stopped(ByteStream stream, long position) {
        stoppedAt = position;
        if (!measuring) {
            measure(stream, position);
        }
    }

    private void measure(ByteStream stream, long position) {
        if (position == covered) {
            return;
        }
        byte[] fresh = new byte[(int) (position - covered)];
        stream.read(covered, fresh, 0, fresh.length);
        gzip.append(fresh);
        covered = position;
        measuring = true;
        int mine = run;
        double began = loop.nowMillis();
        gzip.measure(bytes -> {
            if (mine != run) {
                return;
            }
            measuring = false;
            double now = loop.nowMillis();
            dueMillis = now + Math.max(EVERY_MILLIS, (now - began) / BUSY_SHARE);
            page.accept(new LabReport.Gzipped(mine, position, bytes));
            if (stoppedAt > covered) {
                measure(stream, stoppedAt);
            }
        });
    }
}
