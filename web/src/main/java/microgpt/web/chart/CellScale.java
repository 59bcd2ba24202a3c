package microgpt.web.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import microgpt.protocol.lab.LabReport;

/** What the cells of a picture of the model show, weights or their latest changes, and the value of the strongest colour. */
public record CellScale(boolean ofChanges, double matrices, double biases) {
    public static final CellScale NONE = new CellScale(false, 0, 0);

    /**
     * One scale for all matrices of a picture: the median of their largest cells. A larger one has the strongest colour as well.
     * Biases by distance, which are larger by far, have their own.
     */
    public static CellScale of(LabReport.ModelPicture picture, boolean ofChanges) {
        List<Double> largest = new ArrayList<>();
        double biases = 0;
        for (LabReport.MatrixPicture each : picture.matrices()) {
            double scale = ofChanges ? each.changeScale() : each.cellScale();
            if (isBias(each)) {
                biases = Math.max(biases, scale);
            } else {
                largest.add(scale);
            }
        }
        Collections.sort(largest);
        return new CellScale(ofChanges, largest.isEmpty() ? 0 : largest.get(largest.size() / 2), biases);
    }

    private static boolean isBias(LabReport.MatrixPicture matrix) {
        return matrix.name().endsWith("relativeBias");
    }

    /** The value of the strongest colour of this matrix. */
    public double of(LabReport.MatrixPicture matrix) {
        return isBias(matrix) ? biases : matrices;
    }

    /** By how much the cells of this matrix are to be strengthened. */
    public double gain(LabReport.MatrixPicture matrix) {
        double own = ofChanges ? matrix.changeScale() : matrix.cellScale();
        return of(matrix) > 0 ? own / of(matrix) : 0;
    }
}
