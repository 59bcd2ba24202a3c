package microgpt.web.text;

import java.util.ArrayDeque;
import microgpt.engine.Predictor;
import microgpt.protocol.lab.LabReport;

/** How short the run has made the text, beside what gzip makes of exactly the same bytes. */
public final class CodeLength {
    /** Measurements of gzip arrive seconds late; so many reports back the run's own length is remembered. */
    private static final int REMEMBERED = 512;

    private static final double BITS_PER_BYTE = 8;

    private final ArrayDeque<LabReport.Progress> recent = new ArrayDeque<>();
    private String comparison = "";
    private long gzipBytes;
    private long ownBytesThere;

    public void clear() {
        recent.clear();
        comparison = "";
        gzipBytes = 0;
        ownBytesThere = 0;
    }

    public void add(LabReport.Progress progress) {
        recent.add(progress);
        if (recent.size() > REMEMBERED) {
            recent.remove();
        }
    }

    public void add(LabReport.Gzipped gzipped) {
        for (LabReport.Progress progress : recent) {
            if (progress.position() == gzipped.position()) {
                gzipBytes = gzipped.bytes();
                ownBytesThere = ownBytes(progress);
                comparison = "gzip"
                        + (gzipped.position() > LabReport.Gzipped.MEMBER_BYTES ? ", begun anew at each MiB," : "")
                        + " would need " + Numbers.grouped(gzipped.bytes()) + " bytes for these "
                        + Numbers.grouped(gzipped.position()) + "; this tab needs "
                        + Numbers.grouped(ownBytesThere)
                        + (givesBack(progress) ? ", and can give them back." : ".");
            }
        }
    }

    /** The text in so many bytes now. */
    public String now() {
        LabReport.Progress newest = recent.peekLast();
        return newest == null || newest.position() == 0
                ? Numbers.UNKNOWN
                : Numbers.grouped(newest.position()) + " bytes in " + length(newest.position(), ownBytes(newest));
    }

    /** The newest comparison with gzip; empty while there is none. */
    public String comparison() {
        return comparison;
    }

    /** What gzip needed when it was measured last, in bytes; 0 while it was not. */
    public long gzipBytes() {
        return gzipBytes;
    }

    /** What the run needed for the same bytes. */
    public long ownBytes() {
        return ownBytesThere;
    }

    /** Whether the code could be decoded: what was charged is what a coder can repeat. */
    private static boolean givesBack(LabReport.Progress progress) {
        return progress.prequential() && progress.charged().equals(Predictor.MIXTURE.label());
    }

    private static long ownBytes(LabReport.Progress progress) {
        return (long) Math.ceil(progress.codeLengthBytes());
    }

    private static String length(long of, long bytes) {
        return Numbers.grouped(bytes) + " (" + Numbers.fixed(BITS_PER_BYTE * bytes / of, 2) + " bits per byte)";
    }
}
