package microgpt.model;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.Memory;
import microgpt.compute.Tensor;

/**
 * A knife that cuts one allocation into named tensors, one after the other. Cutting {@link #measuring()} first tells how
 * large the allocation must be, so no size is ever computed in two places.
 */
final class Slices {
    private final Memory memory;
    private final boolean measuring;
    private final List<NamedTensor> named = new ArrayList<>();
    private long used;

    Slices(Memory memory) {
        this(memory, false);
    }

    private Slices(Memory memory, boolean measuring) {
        this.memory = memory;
        this.measuring = measuring;
    }

    /** Empty slices of no memory at all: good for {@link #measured()} alone. */
    static Slices measuring() {
        return new Slices(new Nothing(), true);
    }

    /** Memory for so many floats, or {@link OutOfMemoryError} with what could not be had. */
    static Memory allocate(Backend on, long floats) {
        if (floats > Integer.MAX_VALUE) {
            throw new OutOfMemoryError("no memory for " + floats / 250_000 + " MB at once");
        }
        return on.allocate((int) floats);
    }

    Tensor next(String name, int rows, int cols) {
        return next(name, rows, cols, (long) rows * cols);
    }

    /** A tensor at the start of a place that has room for {@code capacity} floats. */
    Tensor next(String name, int rows, int cols, long capacity) {
        if (measuring) {
            used += capacity;
            return since(0);
        }
        if (used + capacity > memory.size()) {
            throw new IllegalArgumentException(
                    name + " ends at float " + (used + capacity) + ", but the memory has " + memory.size());
        }
        Tensor tensor = new Tensor(memory, (int) used, rows, cols);
        used += capacity;
        named.add(new NamedTensor(name, tensor));
        return tensor;
    }

    /** Everything cut since {@code start} floats were used, as one row. */
    Tensor since(int start) {
        return measuring ? new Tensor(memory, 0, 0, 0) : new Tensor(memory, start, 1, used() - start);
    }

    int used() {
        return (int) used;
    }

    /** The floats that all slices take, however many. */
    long measured() {
        return used;
    }

    List<NamedTensor> named() {
        return List.copyOf(named);
    }

    /** A memory that holds nothing. */
    private static final class Nothing implements Memory {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public float get(int index) {
            throw new UnsupportedOperationException("only measured");
        }

        @Override
        public void set(int index, float value) {
            throw new UnsupportedOperationException("only measured");
        }

        @Override
        public void read(int offset, float[] into, int from, int length) {
            throw new UnsupportedOperationException("only measured");
        }

        @Override
        public void write(int offset, float[] values, int from, int length) {
            throw new UnsupportedOperationException("only measured");
        }
    }
}
