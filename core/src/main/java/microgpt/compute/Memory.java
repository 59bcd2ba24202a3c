package microgpt.compute;

/** One allocation of floats on whatever machine a back end computes with. Freshly allocated memory is all zeros. */
public interface Memory {
    /** The number of floats. */
    int size();

    float get(int index);

    void set(int index, float value);

    /** Copies {@code length} floats, starting at {@code offset}, to {@code into[from...]}. */
    void read(int offset, float[] into, int from, int length);

    /** Copies {@code length} floats of {@code values[from...]} here, starting at {@code offset}. */
    void write(int offset, float[] values, int from, int length);
}
