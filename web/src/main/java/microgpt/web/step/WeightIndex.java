package microgpt.web.step;

import java.util.List;
import microgpt.protocol.step.StepReport.Matrix;

/** Where a parameter stands. */
record WeightIndex(Matrix matrix, int row, int column) {
    /** The place of a parameter that is counted over all matrices. */
    static WeightIndex of(List<Matrix> matrices, int parameter) {
        int left = parameter;
        for (Matrix matrix : matrices) {
            int numbers = matrix.rows() * matrix.columns();
            if (left < numbers) {
                return new WeightIndex(matrix, left / matrix.columns(), left % matrix.columns());
            }
            left -= numbers;
        }
        throw new IllegalArgumentException("parameter " + parameter + " is beyond the last matrix");
    }

    /** As code would write it: wte[3][5]. */
    String name() {
        return matrix.name() + "[" + row + "][" + column + "]";
    }
}
