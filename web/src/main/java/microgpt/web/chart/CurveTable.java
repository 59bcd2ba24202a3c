package microgpt.web.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import microgpt.protocol.Reals;
import microgpt.web.chart.Curves.Curve;

/** Curves as a table of comma-separated values: a row for each column of the chart, a field for each curve there is. */
public final class CurveTable {
    private final List<String> names;
    private final double[][] values; // [field][row], the first field is the position

    private CurveTable(List<String> names, double[]... values) {
        this.names = names;
        this.values = values;
    }

    /** The text of the table; {@code name} is what each curve is called. */
    public static String csv(Curves curves, Function<Curve, String> name) {
        List<Curve> there = new ArrayList<>();
        StringBuilder out = new StringBuilder("bytes");
        for (Curve curve : Curve.values()) {
            if (curves.has(curve)) {
                there.add(curve);
                out.append(',').append(name.apply(curve).replace(",", ""));
            }
        }
        for (int column = 0; column < curves.size(); column++) {
            out.append('\n').append((long) curves.position(column));
            for (Curve curve : there) {
                double value = curves.value(curve, column);
                out.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
            }
        }
        return out.append('\n').toString();
    }

    /** Reads such a text; an empty one is a table without rows. */
    public static CurveTable parse(String csv) {
        List<String> lines = split(csv, '\n');
        List<String> names = split(lines.get(0), ',');
        double[][] values = new double[names.size()][Math.max(0, lines.size() - 2)];
        for (int row = 0; row < values[0].length; row++) {
            List<String> fields = split(lines.get(row + 1), ',');
            for (int i = 0; i < names.size(); i++) {
                values[i][row] = fields.get(i).isEmpty() ? Double.NaN : Double.parseDouble(fields.get(i));
            }
        }
        return new CurveTable(names, values);
    }

    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(at); end >= 0; end = text.indexOf(at, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** How far the rows reach, in bytes; 0 if there are none. */
    public double end() {
        return values[0].length == 0 ? 0 : values[0][values[0].length - 1];
    }

    /** The positions where a curve has a value; none if there is no such curve. */
    public Reals positions(String name) {
        return there(name, 0);
    }

    /** Its values there. */
    public Reals values(String name) {
        return there(name, names.indexOf(name));
    }

    private Reals there(String name, int field) {
        int curve = names.indexOf(name);
        if (curve < 0) {
            return Reals.of();
        }
        double[] found = new double[values[curve].length];
        int count = 0;
        for (int row = 0; row < found.length; row++) {
            if (!Double.isNaN(values[curve][row])) {
                found[count++] = values[field][row];
            }
        }
        return Reals.of(Arrays.copyOf(found, count));
    }
}
