package microgpt.compute;

/** A row-major matrix of floats: a named slice of an allocation. A vector is a matrix of one row. */
public record Tensor(Memory memory, int offset, int rows, int cols) {
    public Tensor {
        if (offset < 0 || rows < 0 || cols < 0 || (long) offset + (long) rows * cols > memory.size()) {
            throw new IllegalArgumentException("a tensor of " + rows + " x " + cols + " at offset " + offset
                    + " does not fit a memory of " + memory.size() + " floats");
        }
    }

    /** The number of floats. */
    public int size() {
        return rows * cols;
    }

    /** The first {@code count} rows, in the same memory. */
    public Tensor firstRows(int count) {
        return new Tensor(memory, offset, count, cols);
    }

    /** One row, in the same memory. */
    public Tensor row(int index) {
        return new Tensor(memory, offset + index * cols, 1, cols);
    }

    public float get(int row, int col) {
        return memory.get(offset + row * cols + col);
    }

    public void set(int row, int col, float value) {
        memory.set(offset + row * cols + col, value);
    }

    /** A copy of all values, row after row. */
    public float[] toArray() {
        float[] values = new float[size()];
        memory.read(offset, values, 0, values.length);
        return values;
    }
}
