package microgpt.web.chart;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.DoubleMath;

/** Values from {@code low} to {@code high} laid along a line from 0 to 1, evenly or by their logarithm. */
record Scale(double low, double high, boolean logarithmic) {
    private static final double[] STEPS = {1, 2, 5};

    Scale {
        if (!(low < high) || (logarithmic && low <= 0)) {
            throw new IllegalArgumentException(
                    "a scale from " + low + " to " + high + " is empty, or has no logarithm");
        }
    }

    /** Where a value lies; beyond 0 and 1 if it is outside. */
    double at(double value) {
        if (!logarithmic) {
            return (value - low) / (high - low);
        }
        double from = DoubleMath.log(low);
        return (DoubleMath.log(value) - from) / (DoubleMath.log(high) - from);
    }

    /** Round values to mark: 1, 2 or 5 times a power of ten, on an even scale at most {@code most} of them. */
    List<Double> ticks(int most) {
        return logarithmic ? powers() : even(most);
    }

    private List<Double> even(int most) {
        double step = Double.MAX_VALUE;
        for (double power = 1e-6; power < 1e12; power *= 10) {
            for (double unit : STEPS) {
                if ((high - low) / (unit * power) <= most && unit * power < step) {
                    step = unit * power;
                }
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private List<Double> powers() {
        List<Double> ticks = new ArrayList<>();
        for (double power = 1e-6; power < 1e12; power *= 10) {
            for (double unit : STEPS) {
                double tick = unit * power;
                if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
