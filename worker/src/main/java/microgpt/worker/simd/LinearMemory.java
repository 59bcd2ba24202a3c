package microgpt.worker.simd;

import microgpt.compute.Memory;
import microgpt.compute.Tensor;
import microgpt.numeric.Nullable;

/** Floats in the kernels' memory, from a byte address on. */
final class LinearMemory implements Memory {
    private final int address;
    private final int size;

    LinearMemory(int address, int size) {
        this.address = address;
        this.size = size;
    }

    /** The byte address of a tensor's first float; 0 for null. */
    static int address(@Nullable Tensor tensor) {
        if (tensor == null) {
            return 0;
        }
        return ((LinearMemory) tensor.memory()).address + 4 * tensor.offset();
    }

    int address() {
        return address;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public float get(int index) {
        check(index, 1);
        return Kernels.peek(address + 4 * index);
    }

    @Override
    public void set(int index, float value) {
        check(index, 1);
        Kernels.poke(address + 4 * index, value);
    }

    @Override
    public void read(int offset, float[] into, int from, int length) {
        check(offset, length);
        int at = address + 4 * offset;
        for (int i = 0; i < length; i++) {
            into[from + i] = Kernels.peek(at + 4 * i);
        }
    }

    @Override
    public void write(int offset, float[] values, int from, int length) {
        check(offset, length);
        int at = address + 4 * offset;
        int i = 0;
        for (; i < length - 3; i += 4) {
            int next = from + i;
            Kernels.pokeFour(at + 4 * i, values[next], values[next + 1], values[next + 2], values[next + 3]);
        }
        for (; i < length; i++) {
            Kernels.poke(at + 4 * i, values[from + i]);
        }
    }

    private void check(int offset, int length) {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new IndexOutOfBoundsException(
                    length + " floats at " + offset + " are not in a memory of " + size + " floats");
        }
    }
}
