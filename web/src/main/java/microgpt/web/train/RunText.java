package microgpt.web.train;

import microgpt.protocol.Bytes;
import microgpt.protocol.train.TrainReport;
import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;

/** What is said of a saved run, and of the room that all of them take. */
final class RunText {
    private static final int EXCERPT = 120;

    private RunText() {}

    /** How far it is. */
    static String progress(long steps, long maxSteps) {
        return steps >= maxSteps
                ? "trained for " + Numbers.grouped(steps) + " steps"
                : "step " + Numbers.grouped(steps) + " of " + Numbers.grouped(maxSteps);
    }

    /** Size, losses and text, as far as they are known. */
    static String facts(TrainReport.SavedRun run) {
        StringBuilder facts = new StringBuilder();
        if (run.parameters() > 0) {
            facts.append(Numbers.grouped(run.parameters())).append(" parameters");
        }
        if (!Double.isNaN(run.loss())) {
            facts.append(", loss ").append(Numbers.fixed(run.loss(), 3));
        }
        if (!Double.isNaN(run.bestLoss())) {
            facts.append(", best on unseen text ").append(Numbers.fixed(run.bestLoss(), 3));
        }
        if (!run.text().isEmpty()) {
            facts.append("; reads ").append(run.text()).append(", ").append(Numbers.bytes(run.textBytes()));
        }
        return facts.toString();
    }

    /** The beginning of what it last wrote, on one line. */
    static String excerpt(Bytes sample) {
        StringBuilder line = new StringBuilder();
        String text = Glyphs.text(sample);
        for (int i = 0; i < text.length() && line.length() < EXCERPT; i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c == '\n' || c == '\t';
            if (!blank) {
                line.append(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.length() < EXCERPT ? line.toString().trim() : line + "…";
    }

    /** What to call a run beside another one, which may have the same name. */
    static String label(TrainReport.SavedRun run, TrainReport.SavedRun other) {
        if (!run.name().equals(other.name())) {
            return run.name();
        }
        return run.name() + ", " + Numbers.grouped(run.steps()) + " steps"
                + (run.steps() == other.steps()
                        ? ", " + (run.savedAtMillis() > other.savedAtMillis() ? "newer" : "older")
                        : "");
    }

    /** How much room there is, and whether it is safe. */
    static String storage(TrainReport.Storage report) {
        if (report.usedBytes() < 0 || report.quotaBytes() < 0) {
            return "This browser does not say how much room there is.";
        }
        return "About " + size(report.usedBytes()) + " of " + size(report.quotaBytes()) + " are used. "
                + (report.persisted()
                        ? "The browser will not clear them unasked."
                        : "The browser may clear them if the disk becomes full: export what must not be lost.");
    }

    /** A size that may be one of disks. */
    static String size(long bytes) {
        return bytes < 1_000_000_000 ? Numbers.bytes(bytes) : Numbers.fixed(bytes / 1e9, 1) + " GB";
    }
}
