package microgpt.web.chart;

import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.lab.LabReport;

/**
 * What each text cost the model, standing still, after each phase, in bits per byte; and backward and forward transfer after
 * Lopez-Paz and Ranzato (2017), with the signs of bits: fewer are better.
 */
public final class TransferMatrix {
    private final LabReport.Forgetting report;
    private final List<LabReport.ProbeRow> rows;

    public TransferMatrix(LabReport.Forgetting report) {
        this.report = report;
        rows = report.rows();
    }

    /** A number of the matrix that stands for a loss: which text, its cost after it was last read and in the last row. */
    public record Change(int text, int after, int last, double bits) {}

    public int texts() {
        return report.texts().size();
    }

    public String text(int index) {
        return report.texts().get(index);
    }

    public int rows() {
        return rows.size();
    }

    public LabReport.ProbeRow row(int index) {
        return rows.get(index);
    }

    public double bits(int row, int text) {
        return rows.get(row).bits().at(text);
    }

    private boolean isEmpty() {
        return rows.isEmpty() || rows.get(rows.size() - 1).text() < 0;
    }

    /** The last row at the end of a phase of this text, before {@code before}; -1 if there is none. */
    private int lastRead(int text, int before) {
        for (int row = before - 1; row >= 0; row--) {
            if (rows.get(row).text() == text && rows.get(row).ended()) {
                return row;
            }
        }
        return -1;
    }

    /**
     * For each text that was read, and others after it: what the last row costs less than the row right after it was last
     * read. Negative numbers are forgetting.
     */
    public List<Change> backward() {
        List<Change> changes = new ArrayList<>();
        int last = rows.size() - 1;
        for (int text = 0; text < texts() && !isEmpty(); text++) {
            int read = lastRead(text, last);
            if (read >= 0 && rows.get(last).text() != text) {
                changes.add(new Change(text, read, last, bits(read, text) - bits(last, text)));
            }
        }
        return changes;
    }

    /**
     * For each text, the first that was read excepted: what the row right before its first phase costs less than the untrained
     * one. Positive numbers are what was learned for it elsewhere. Texts whose row before was not kept are left out.
     */
    public List<Change> forward() {
        List<Change> changes = new ArrayList<>();
        if (isEmpty() || rows.get(0).text() >= 0) {
            return changes;
        }
        for (int text = 0; text < texts(); text++) {
            int first = firstRead(text);
            int before = first - 1;
            if (before > 0 && rows.get(before).phase() == rows.get(first).phase() - 1) {
                changes.add(new Change(text, 0, before, bits(0, text) - bits(before, text)));
            }
        }
        return changes;
    }

    private int firstRead(int text) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).text() == text) {
                return row;
            }
        }
        return -1;
    }

    /** The mean of some changes; NaN of none. */
    public static double mean(List<Change> changes) {
        double sum = 0;
        for (Change each : changes) {
            sum += each.bits();
        }
        return sum / changes.size();
    }

    /**
     * The largest loss of a text from one row to the next in which another was read, since it was last read itself: {@code
     * after} is the row right after it was read, {@code last} the row with the loss.
     */
    public Change worst() {
        Change worst = new Change(-1, -1, -1, 0);
        for (int row = 1; row < rows.size(); row++) {
            for (int text = 0; text < texts(); text++) {
                int read = lastRead(text, row);
                double lost = read < 0 || rows.get(row).text() == text ? 0 : bits(row, text) - bits(read, text);
                if (lost > worst.bits()) {
                    worst = new Change(text, read, row, lost);
                }
            }
        }
        return worst;
    }
}
