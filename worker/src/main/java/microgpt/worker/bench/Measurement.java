package microgpt.worker.bench;

/**
 * One figure of the benchmark.
 *
 * @param percentOfPeak of the register-only loop measured in the same run; 0 where that says nothing
 */
record Measurement(String name, String unit, double value, String backend, double percentOfPeak) {
    /** The same with its percentage; a peak of 0 was not measured. */
    Measurement comparedWith(double peak) {
        return new Measurement(name, unit, value, backend, peak == 0 ? 0 : 100 * value / peak);
    }

    /** The figure as a JSON object; names and units need no escapes. */
    String toJson() {
        String percent = percentOfPeak == 0 ? "null" : String.valueOf(rounded(percentOfPeak));
        return "{\"name\":\"" + name + "\",\"unit\":\"" + unit + "\",\"value\":" + rounded(value) + ",\"backend\":\""
                + backend + "\",\"percent_of_peak\":" + percent + "}";
    }

    /** To four significant digits. */
    private static double rounded(double value) {
        double unit = 1;
        while (value / unit >= 10_000) {
            unit *= 10;
        }
        while (value / unit < 1000 && unit > 1e-9) {
            unit /= 10;
        }
        return unit >= 1 ? Math.round(value / unit) * unit : Math.round(value / unit) / Math.rint(1 / unit);
    }
}
