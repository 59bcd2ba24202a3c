package microgpt.scalar;

import java.util.List;

/** Arithmetic on arrays of values, written out. */
public final class Vectors {
    private Vectors() {}

    /** Probabilities from scores; the greatest is subtracted first, as a constant, so that nothing overflows. */
    public static Value[] softmax(Value[] scores) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (Value score : scores) {
            greatest = Math.max(greatest, score.data());
        }
        Value[] out = new Value[scores.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = scores[i].add(-greatest).exp();
        }
        Value inverse = sum(out).pow(-1);
        for (int i = 0; i < out.length; i++) {
            out[i] = out[i].mul(inverse);
        }
        return out;
    }

    /** x (mean of x^2 + epsilon)^-1/2 (Zhang and Sennrich 2019). */
    public static Value[] rmsNorm(Value[] x, double epsilon) {
        Value scale = Value.dot(x, x).mul(1.0 / x.length).add(epsilon).pow(-0.5);
        Value[] out = new Value[x.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = x[i].mul(scale);
        }
        return out;
    }

    static Value[] part(Value[] x, int from, int length) {
        Value[] out = new Value[length];
        System.arraycopy(x, from, out, 0, length);
        return out;
    }

    static Value[] column(List<Value[]> rows, int column) {
        Value[] out = new Value[rows.size()];
        for (int r = 0; r < out.length; r++) {
            out[r] = rows.get(r)[column];
        }
        return out;
    }

    static Value[] add(Value[] a, Value[] b) {
        Value[] out = new Value[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i].add(b[i]);
        }
        return out;
    }

    static Value[] addToAll(Value[] x, Value shift) {
        Value[] out = new Value[x.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = x[i].add(shift);
        }
        return out;
    }

    static Value mean(Value[] x) {
        return sum(x).mul(1.0 / x.length);
    }

    static Value sum(Value[] x) {
        Value sum = x[0];
        for (int i = 1; i < x.length; i++) {
            sum = sum.add(x[i]);
        }
        return sum;
    }
}
