package microgpt.worker.simd;

import microgpt.compute.Backend;
import microgpt.compute.Tensor;

/** The three forms of matrix product of one shape, and a loop on registers alone: for the benchmark. */
public final class ProductBench {
    /** Floating-point operations of one iteration of {@link #peak}. */
    public static final double PEAK_OPERATIONS = 768;

    private final int rows;
    private final int depth;
    private final int columns;
    private final Backend on;
    private final int a;
    private final int b;
    private final int c;

    /** @param depth the number of products in each sum */
    public ProductBench(Backend simd, int rows, int depth, int columns) {
        this.rows = rows;
        this.depth = depth;
        this.columns = columns;
        on = simd.forOneRun();
        a = random(rows, depth);
        b = random(depth, columns);
        c = random(rows, columns);
    }

    private int random(int height, int width) {
        Tensor tensor = new Tensor(on.allocate(height * width), 0, height, width);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.memory().set(i, (i * 37 % 101 - 50) * 1e-6f);
        }
        return LinearMemory.address(tensor);
    }

    public static void peak(int iterations) {
        Kernels.peak(iterations);
    }

    public String shape() {
        return rows + "x" + depth + "x" + columns;
    }

    public double operations() {
        return 2.0 * rows * depth * columns;
    }

    /** As a linear layer does: rows by depth times the transpose of columns by depth. */
    public void rowsByColumns() {
        Kernels.linear(c, a, b, 0, rows, columns, depth);
    }

    /** As the gradient of its input: rows by columns times columns by depth, added to rows by depth. */
    public void rowsByRows() {
        Kernels.linearBackwardInput(a, c, b, rows, columns, depth);
    }

    /** As the gradient of its weight: the transpose of rows by columns times rows by depth, added to columns by depth. */
    public void columnsByRows() {
        Kernels.linearBackwardWeight(b, c, a, rows, columns, depth);
    }

    public void release() {
        on.release();
    }
}
