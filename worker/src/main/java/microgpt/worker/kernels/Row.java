package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.f32x4;
import static microgpt.worker.wasm.Expr.i32;

import microgpt.numeric.Nullable;
import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;

/** Passes over the channels of one row. */
final class Row {
    private final Function f;
    private final Local channels;
    private final Local count;
    private final Local a;
    private final Local b;
    private final Local c;
    private final Local d;
    private final Sweep sweep;

    Row(Function f, Local channels) {
        this.f = f;
        this.channels = channels;
        count = f.local(Type.I32);
        a = f.local(Type.I32);
        b = f.local(Type.I32);
        c = f.local(Type.I32);
        d = f.local(Type.I32);
        sweep = new Sweep(f);
    }

    interface OfOne {
        Expr of(Expr value);
    }

    interface OfTwo {
        Expr of(Expr value, Expr other);
    }

    void each(Local rows, Runnable body) {
        f.count(count, i32(0), rows, 1, body);
    }

    void advance(Local... pointers) {
        for (Local pointer : pointers) {
            f.add(pointer, channels.shiftedLeft(2));
        }
    }

    void sum(Local x, OfOne term) {
        f.set(a, x);
        sweep.begin(0f);
        sweep.over(channels, () -> sweep.sum(term.of(sweep.load(a))), a);
    }

    Expr mean() {
        return sweep.total().dividedBy(channels.toFloat().splat());
    }

    Expr inverseRoot(Expr epsilon) {
        return f32x4(1f).dividedBy(mean().plus(epsilon).sqrt());
    }

    void map(Local out, Local x, OfOne value) {
        f.set(a, out);
        f.set(b, x);
        sweep.over(channels, () -> sweep.store(a, value.of(sweep.load(b))), a, b);
    }

    void map(Local out, Local x, Local other, OfTwo value) {
        f.set(a, out);
        f.set(b, x);
        f.set(c, other);
        sweep.over(channels, () -> sweep.store(a, value.of(sweep.load(b), sweep.load(c))), a, b, c);
    }

    /** Starts the sum of a term of x and dnorm, which is dout times the gain where there is one. */
    void sum(Local x, Local dout, @Nullable Local gain, OfTwo term) {
        f.set(a, x);
        f.set(b, dout);
        sweep.begin(0f);
        if (gain == null) {
            sweep.over(channels, () -> sweep.sum(term.of(sweep.load(a), sweep.load(b))), a, b);
        } else {
            f.set(c, gain);
            sweep.over(
                    channels,
                    () -> sweep.sum(term.of(sweep.load(a), sweep.load(b).times(sweep.load(c)))),
                    a,
                    b,
                    c);
        }
    }

    /** into += a term of x and dnorm. */
    void accumulate(Local into, Local x, Local dout, @Nullable Local gain, OfTwo term) {
        f.set(d, into);
        f.set(a, x);
        f.set(b, dout);
        if (gain == null) {
            sweep.over(channels, () -> addTo(term.of(sweep.load(a), sweep.load(b))), a, b, d);
        } else {
            f.set(c, gain);
            sweep.over(
                    channels, () -> addTo(term.of(sweep.load(a), sweep.load(b).times(sweep.load(c)))), a, b, c, d);
        }
    }

    private void addTo(Expr value) {
        sweep.store(d, sweep.load(d).plus(value));
    }

    Local let(Expr value) {
        return f.let(value);
    }
}
