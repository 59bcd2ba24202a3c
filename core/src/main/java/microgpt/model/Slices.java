package microgpt.model;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Memory;
import microgpt.compute.Tensor;

/**
 * A knife that cuts one allocation into named tensors, one after the other. Cutting {@link #measuring()} first tells how
 * large the allocation must be, so no size is ever computed in two places.
 */
final class Slices {
    private final Memory memory;
    private final List<NamedTensor> named = new ArrayList<>();
    private long used;

    Slices(Memory memory) {
        this.memory = memory;
    }

    /** Slices of no memory at all: good for {@link #used()} alone. */
    static Slices measuring() {
        return new Slices(new Endless());
    }

    Tensor next(String name, int rows, int cols) {
        return next(name, rows, cols, (long) rows * cols);
    }

    /** A tensor at the start of a place that has room for {@code capacity} floats. */
    Tensor next(String name, int rows, int cols, long capacity) {
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
        return new Tensor(memory, start, 1, used() - start);
    }

    int used() {
        return (int) used;
    }

    List<NamedTensor> named() {
        return List.copyOf(named);
    }

    /** A memory of the greatest size, which holds nothing. */
    private static final class Endless implements Memory {
        @Override
        public int size() {
            return Integer.MAX_VALUE;
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
