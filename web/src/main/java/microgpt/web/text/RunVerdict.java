package microgpt.web.text;

import microgpt.engine.Predictor;
import microgpt.protocol.lab.LabReport;

/**
 * How well a run has done beside what reads the same bytes.
 *
 * @param gzipBytes what gzip makes of these bytes; -1 while that is not known
 */
public record RunVerdict(LabReport.Progress progress, long gzipBytes) {
    private static final double BITS = 8;

    /** Such as {@code 38 % less than gzip, 9 % less than PPM}; empty while there is nothing to compare with. */
    public String comparison() {
        StringBuilder text = new StringBuilder();
        if (gzipBytes >= 0) {
            add(text, BITS * gzipBytes / progress.position(), "gzip");
        }
        for (LabReport.Score score : progress.scores()) {
            if (score.predictor().equals(Predictor.PPM.label())) {
                add(text, score.whole(), "PPM");
            }
        }
        return text.toString();
    }

    private void add(StringBuilder text, double bits, String whom) {
        double less = 1 - progress.whole() / bits;
        text.append(text.isEmpty() ? "" : ", ")
                .append(Math.abs(less) < 0.005 ? "as much as " : Numbers.percent(Math.abs(less)))
                .append(Math.abs(less) < 0.005 ? "" : less > 0 ? " less than " : " more than ")
                .append(whom);
    }

    /** In a sentence, such as {@code 98,000 bytes read at 1.21 bits each, learning included: ...}. */
    public String sentence() {
        if (progress.position() == 0) {
            return "A GPT that has not read anything yet.";
        }
        String others = comparison();
        return Numbers.grouped(progress.position()) + " bytes read at " + Numbers.fixed(progress.whole(), 2)
                + " bits each, learning included" + (others.isEmpty() ? "" : ": " + others) + ".";
    }
}
