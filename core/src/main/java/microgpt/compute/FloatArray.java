package microgpt.compute;

/** Memory that is a {@code float[]}. */
final class FloatArray implements Memory {
    private final float[] values;

    FloatArray(int size) {
        values = new float[size];
    }

    /** The array behind a tensor of the Java back end. */
    static float[] of(Tensor tensor) {
        if (tensor.memory() instanceof FloatArray memory) {
            return memory.values;
        }
        throw new IllegalArgumentException("a tensor of the Java back end expected, this one lives in "
                + tensor.memory().getClass().getSimpleName());
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public float get(int index) {
        return values[index];
    }

    @Override
    public void set(int index, float value) {
        values[index] = value;
    }

    @Override
    public void read(int offset, float[] into, int from, int length) {
        System.arraycopy(values, offset, into, from, length);
    }

    @Override
    public void write(int offset, float[] from, int start, int length) {
        System.arraycopy(from, start, values, offset, length);
    }
}
