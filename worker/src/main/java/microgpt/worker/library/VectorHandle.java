package microgpt.worker.library;

import java.util.ArrayList;
import java.util.List;
import microgpt.scalar.Value;
import microgpt.scalar.Vectors;
import org.teavm.jso.JSExport;

/** A growing list of {@link Value}s in the hands of JavaScript. */
public final class VectorHandle {
    private static final double NORM_EPSILON = 1e-5;

    private final List<Value> values = new ArrayList<>();

    @JSExport
    public void push(ValueHandle handle) {
        values.add(handle.value);
    }

    @JSExport
    public ValueHandle at(int index) {
        return new ValueHandle(values.get(index));
    }

    @JSExport
    public int size() {
        return values.size();
    }

    /** The sum of products with another list of the same length. */
    @JSExport
    public ValueHandle dot(VectorHandle other) {
        if (size() != other.size()) {
            throw new IllegalArgumentException("a row of " + size() + " weights for " + other.size() + " inputs");
        }
        return new ValueHandle(Value.dot(toArray(), other.toArray()));
    }

    @JSExport
    public VectorHandle softmax() {
        return of(Vectors.softmax(toArray()));
    }

    @JSExport
    public VectorHandle rmsNorm() {
        return of(Vectors.rmsNorm(toArray(), NORM_EPSILON));
    }

    Value[] toArray() {
        return values.toArray(new Value[0]);
    }

    private static VectorHandle of(Value... values) {
        VectorHandle vector = new VectorHandle();
        vector.values.addAll(List.of(values));
        return vector;
    }
}
