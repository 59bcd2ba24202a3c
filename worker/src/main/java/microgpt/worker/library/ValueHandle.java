package microgpt.worker.library;

import microgpt.scalar.Value;
import org.teavm.jso.JSExport;

/** A {@link Value} in the hands of JavaScript. */
public final class ValueHandle {
    final Value value;

    ValueHandle(Value value) {
        this.value = value;
    }

    @JSExport
    public double data() {
        return value.data();
    }

    @JSExport
    public void setData(double data) {
        value.set(data);
    }

    @JSExport
    public double grad() {
        return value.grad();
    }

    @JSExport
    public void setGrad(double grad) {
        value.setGrad(grad);
    }

    /** The derivative by the {@code index}th number it was computed from. */
    @JSExport
    public double slope(int index) {
        return value.slopes()[index];
    }

    @JSExport
    public ValueHandle add(ValueHandle other) {
        return new ValueHandle(value.add(other.value));
    }

    @JSExport
    public ValueHandle mul(ValueHandle other) {
        return new ValueHandle(value.mul(other.value));
    }

    @JSExport
    public ValueHandle pow(double exponent) {
        return new ValueHandle(value.pow(exponent));
    }

    @JSExport
    public ValueHandle exp() {
        return new ValueHandle(value.exp());
    }

    @JSExport
    public ValueHandle log() {
        return new ValueHandle(value.log());
    }

    @JSExport
    public ValueHandle relu() {
        return new ValueHandle(value.relu());
    }

    @JSExport
    public void backward() {
        value.backward();
    }
}
