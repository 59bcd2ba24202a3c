package microgpt.web.explore;

import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;

/** What has happened in a run that is worth telling: its first word, a boundary, a recovery, a return. */
final class RunStory {
    /** A word counts as predicted if every letter after its first cost less: it was given more than a half. */
    private static final float PREDICTED_BITS = 1;

    private static final int LEAST_LETTERS = 4;

    /** A word that was predicted, and where it ended. */
    record Word(String text, long position, double bits) {}

    /** Where a phase follows another: what a byte cost before, and over the first 1,000 bytes after. */
    record Boundary(String from, String to, long position, double before, double after) {}

    /** How many bytes after the boundary at {@code start} it had settled. */
    record Recovery(String phase, long start, long bytes) {}

    /** A phase came back: its first 1,000 bytes then and now. */
    record Return(String phase, long position, double first, double again) {}

    private final StringBuilder word = new StringBuilder();
    private double wordBits;
    private boolean wordIsPredicted;
    private long end;
    private @Nullable LabReport.Progress progress;
    private @Nullable Word firstWord;
    private @Nullable Boundary boundary;
    private @Nullable Recovery recovery;
    private @Nullable Return comeback;

    void show(LabReport.Started report) {
        word.setLength(0);
        end = 0;
        progress = null;
        firstWord = null;
        boundary = null;
        recovery = null;
        comeback = null;
    }

    void show(LabReport.Progress report) {
        progress = report;
    }

    void show(LabReport.Read read) {
        long at = read.position() - read.bytes().size();
        if (at != end) {
            word.setLength(0);
        }
        end = read.position();
        for (int i = 0; i < read.bytes().size() && firstWord == null; i++) {
            hear(read.bytes().at(i) & 255, read.bits().at(i), at + i);
        }
    }

    private void hear(int value, float bits, long position) {
        boolean letter = (value | 0x20) >= 'a' && (value | 0x20) <= 'z';
        if (letter) {
            wordIsPredicted = word.length() == 0 || (wordIsPredicted && bits < PREDICTED_BITS);
            wordBits = word.length() == 0 ? 0 : wordBits + bits;
            word.append((char) value);
        } else {
            if (wordIsPredicted && word.length() >= LEAST_LETTERS) {
                firstWord = new Word(word.toString(), position, wordBits);
            }
            word.setLength(0);
        }
    }

    void show(LabReport.Phases report) {
        List<LabReport.PhaseScore> visits = report.scores();
        for (int i = 0; i < visits.size(); i++) {
            LabReport.PhaseScore visit = visits.get(i);
            if (i > 0) {
                LabReport.PhaseScore before = visits.get(i - 1);
                if (boundary == null || boundary.position() == visit.start()) {
                    boundary = new Boundary(before.name(), visit.name(), visit.start(), before.now(), visit.first());
                }
                if (recovery == null && visit.recoveryBytes() >= 0) {
                    recovery = new Recovery(visit.name(), visit.start(), visit.recoveryBytes());
                }
            }
            if (visit.visit() == 2 && (comeback == null || comeback.position() == visit.start())) {
                comeback = new Return(visit.name(), visit.start(), firstOf(visits, visit.name()), visit.first());
            }
        }
    }

    private static double firstOf(List<LabReport.PhaseScore> visits, String name) {
        for (LabReport.PhaseScore visit : visits) {
            if (visit.name().equals(name)) {
                return visit.first();
            }
        }
        return Double.NaN;
    }

    /** The newest; null before the first byte, like what follows before it has happened. */
    @Nullable LabReport.Progress progress() {
        return progress;
    }

    @Nullable Word firstWord() {
        return firstWord;
    }

    @Nullable Boundary boundary() {
        return boundary;
    }

    @Nullable Recovery recovery() {
        return recovery;
    }

    @Nullable Return comeback() {
        return comeback;
    }
}
