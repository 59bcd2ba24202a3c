package microgpt.worker.kernels;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;

/** The functions of {@link microgpt.numeric.FloatMath} on four lanes, step by step and bit by bit the same. */
@SuppressWarnings("FloatingPointLiteralPrecision") // as published
final class Transcendental {
    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HI = 0.693359375f;
    private static final float LN2_LO = -2.12194440e-4f;
    private static final float ROUNDER = 12582912f;
    /** A rounder that leaves n + 127, the exponent of the float 2^n, in the low bits. */
    private static final float BIASED_ROUNDER = ROUNDER + 127f;

    private static final float LOWEST = -87.33f;
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
    private final Constants constants;

    Transcendental(Function f, Constants constants) {
        this.f = f;
        this.constants = constants;
    }

    Expr exp(Expr value) {
        Local x = f.let(value.orLess(c(89f)).orGreater(c(-104f)));
        Local shifted = f.let(x.times(c(LOG2_E)).plus(c(ROUNDER)));
        Local power = expOfFraction(x, shifted.minus(c(ROUNDER)));
        Local exponent = f.let(shifted.minusInts(constants.i32x4(0x4B400000)));
        Local half = f.let(exponent.shiftedIntsRight(1));
        return power.times(powerOfTwo(half)).times(powerOfTwo(exponent.minusInts(half)));
    }

    /** Of numbers up to 0: the same bits down to -87, below which it stays at the smallest normal float. */
    Expr expOfNegative(Expr value) {
        Local x = f.let(value.orGreater(c(LOWEST)));
        Local shifted = f.let(x.times(c(LOG2_E)).plus(c(BIASED_ROUNDER)));
        Local power = expOfFraction(x, shifted.minus(c(BIASED_ROUNDER)));
        return power.times(shifted.shiftedIntsLeft(23));
    }

    /** e^(x - n ln 2). */
    private Local expOfFraction(Expr x, Expr integer) {
        Local n = f.let(integer);
        Local r = f.let(x.minus(n.times(c(LN2_HI))).minus(n.times(c(LN2_LO))));
        Local p = polynomial(EXP, r);
        f.set(p, p.times(r.times(r)).plus(r).plus(c(1f)));
        return p;
    }

    private Expr powerOfTwo(Expr exponent) {
        return exponent.plusInts(constants.i32x4(127)).shiftedIntsLeft(23);
    }

    /** Of normal positive numbers; NaN stays NaN. */
    Expr log(Expr value) {
        Local x = f.let(value);
        Local mantissa = f.let(x.and(constants.i32x4(0x007FFFFF)).or(constants.i32x4(0x3F000000)));
        Local small = f.let(mantissa.lessThan(c(0.70710677f)));
        Expr exponent = x.shiftedIntsRight(23).minusInts(constants.i32x4(126)).intsToFloats();
        Local n = f.let(exponent.minus(c(1f).and(small)));
        Local m = f.let(mantissa.plus(mantissa.and(small)).minus(c(1f)));
        Local square = f.let(m.times(m));
        Local p = polynomial(LOG, m);
        f.set(p, p.times(m.times(square)).plus(n.times(c(LN2_LO))).minus(c(0.5f).times(square)));
        Expr zeroOrNan = x.minus(x);
        return m.plus(p).plus(n.times(c(LN2_HI))).plus(zeroOrNan);
    }

    Expr erf(Expr value) {
        Local x = f.let(value.orLess(c(4f)).orGreater(c(-4f)));
        Local square = f.let(x.times(x));
        Local above = polynomial(ERF_ABOVE, square);
        Local below = polynomial(ERF_BELOW, square);
        return x.times(above).dividedBy(below);
    }

    private Local polynomial(float[] coefficients, Expr at) {
        Local result = f.let(c(coefficients[0]));
        for (int i = 1; i < coefficients.length; i++) {
            f.set(result, result.times(at).plus(c(coefficients[i])));
        }
        return result;
    }

    private Expr c(float value) {
        return constants.f32x4(value);
    }
}
