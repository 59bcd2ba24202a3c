package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.f32x4;
import static microgpt.worker.wasm.Expr.i32x4;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;

/** The functions of {@link microgpt.numeric.FloatMath} on four lanes, step by step and bit by bit the same. */
@SuppressWarnings("FloatingPointLiteralPrecision") // as published
final class Transcendental {
    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HI = 0.693359375f;
    private static final float LN2_LO = -2.12194440e-4f;
    private static final float ROUNDER = 12582912f;
    private static final float[] EXP = {
        1.9875691500e-4f, 1.3981999507e-3f, 8.3334519073e-3f, 4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f
    };
    private static final float[] LOG = {
        7.0376836292e-2f,
        -1.1514610310e-1f,
        1.1676998740e-1f,
        -1.2420140846e-1f,
        1.4249322787e-1f,
        -1.6668057665e-1f,
        2.0000714765e-1f,
        -2.4999993993e-1f,
        3.3333331174e-1f
    };
    private static final float[] ERF_ABOVE = {
        -2.72614225801306e-10f,
        2.77068142495902e-08f,
        -2.10102402082508e-06f,
        -5.69250639462346e-05f,
        -7.34990630326855e-04f,
        -2.95459980854025e-03f,
        -1.60960333262415e-02f
    };
    private static final float[] ERF_BELOW = {
        -1.45660718464996e-05f,
        -2.13374055278905e-04f,
        -1.68282697438203e-03f,
        -7.37332916720468e-03f,
        -1.42647390514189e-02f
    };

    private final Function f;
    private final Local x;
    private final Local shifted;
    private final Local n;
    private final Local p;
    private final Local q;

    Transcendental(Function f) {
        this.f = f;
        x = f.local(Type.V128);
        shifted = f.local(Type.V128);
        n = f.local(Type.V128);
        p = f.local(Type.V128);
        q = f.local(Type.V128);
    }

    Expr exp(Expr value) {
        f.set(x, value.orLess(f32x4(89f)).orGreater(f32x4(-104f)));
        f.set(shifted, x.times(f32x4(LOG2_E)).plus(f32x4(ROUNDER)));
        f.set(n, shifted.minus(f32x4(ROUNDER)));
        f.set(x, x.minus(n.times(f32x4(LN2_HI))).minus(n.times(f32x4(LN2_LO))));
        polynomial(p, EXP, x);
        f.set(p, p.times(x.times(x)).plus(x).plus(f32x4(1f)));
        f.set(shifted, shifted.minusInts(i32x4(0x4B400000)));
        f.set(n, shifted.shiftedIntsRight(1));
        return p.times(powerOfTwo(n)).times(powerOfTwo(shifted.minusInts(n)));
    }

    private static Expr powerOfTwo(Expr exponent) {
        return exponent.plusInts(i32x4(127)).shiftedIntsLeft(23);
    }

    /** Of normal positive numbers; NaN stays NaN. */
    Expr log(Expr value) {
        f.set(x, value);
        f.set(shifted, x.minus(x)); // 0, or NaN
        f.set(n, x.shiftedIntsRight(23).minusInts(i32x4(126)).intsToFloats());
        f.set(x, x.and(i32x4(0x007FFFFF)).or(i32x4(0x3F000000)));
        f.set(p, x.lessThan(f32x4(0.70710677f)));
        f.set(n, n.minus(f32x4(1f).and(p)));
        f.set(x, x.plus(x.and(p)).minus(f32x4(1f)));
        f.set(q, x.times(x));
        polynomial(p, LOG, x);
        f.set(
                p,
                p.times(x.times(q))
                        .plus(n.times(f32x4(LN2_LO)))
                        .minus(f32x4(0.5f).times(q)));
        return x.plus(p).plus(n.times(f32x4(LN2_HI))).plus(shifted);
    }

    Expr erf(Expr value) {
        f.set(x, value.orLess(f32x4(4f)).orGreater(f32x4(-4f)));
        f.set(n, x.times(x));
        polynomial(p, ERF_ABOVE, n);
        polynomial(q, ERF_BELOW, n);
        return x.times(p).dividedBy(q);
    }

    private void polynomial(Local result, float[] coefficients, Expr at) {
        f.set(result, f32x4(coefficients[0]));
        for (int i = 1; i < coefficients.length; i++) {
            f.set(result, result.times(at).plus(f32x4(coefficients[i])));
        }
    }
}
