package microgpt.worker.library;

import microgpt.names.CharacterModel.Matrix;
import org.teavm.jso.JSExport;

/** One matrix of weights in the hands of JavaScript. */
public final class MatrixHandle {
    private final Matrix matrix;

    MatrixHandle(Matrix matrix) {
        this.matrix = matrix;
    }

    @JSExport
    public String name() {
        return matrix.name();
    }

    @JSExport
    public int rows() {
        return matrix.rows();
    }

    @JSExport
    public int columns() {
        return matrix.columns();
    }

    @JSExport
    public double get(int row, int column) {
        return matrix.get(row, column);
    }

    @JSExport
    public void set(int row, int column, double weight) {
        matrix.set(row, column, weight);
    }
}
