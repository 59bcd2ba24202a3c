package microgpt.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of the benchmark as tables in Markdown: one of all, and for each profiled step where its time goes. */
final class BenchTables {
    /** Between the name of a profiled step and that of an operation. */
    private static final String OF_STEP = " step: ";

    /** What a clock that rounds to microseconds still tells of the mean of many. */
    private static final double LEAST_MILLIS = 0.0005;

    private static final String TOO_SHORT = "–";

    private BenchTables() {}

    /** The tables, in order, as paragraphs. */
    static List<String> of(JsonArray figures) {
        StringBuilder all = new StringBuilder("""
                | what | figure | unit | back end | percent of peak |
                | --- | ---: | --- | --- | ---: |
                """);
        Map<String, Map<String, Times>> profiles = new LinkedHashMap<>();
        for (JsonElement element : figures) {
            JsonObject figure = element.getAsJsonObject();
            String[] name = figure.get("name").getAsString().split(OF_STEP, 2);
            if (name.length == 1) {
                all.append(row(figure));
            } else {
                profiles.computeIfAbsent(name[0], none -> new LinkedHashMap<>())
                        .computeIfAbsent(name[1], none -> new Times())
                        .add(figure);
            }
        }
        List<String> tables = new ArrayList<>(List.of(all.toString()));
        profiles.forEach((recipe, times) -> tables.add(profile(recipe, times)));
        return tables;
    }

    private static String row(JsonObject figure) {
        StringBuilder row = new StringBuilder();
        for (String key : List.of("name", "value", "unit", "backend", "percent_of_peak")) {
            JsonElement cell = figure.get(key);
            row.append("| ").append(cell.isJsonNull() ? "" : cell.getAsString()).append(' ');
        }
        return row.append("|\n").toString();
    }

    private static String profile(String recipe, Map<String, Times> operations) {
        double whole =
                operations.values().stream().mapToDouble(times -> times.simd).sum();
        StringBuilder table = new StringBuilder("| of one step of " + recipe
                + " | simd, ms | percent | java, ms | times as fast |\n| --- | ---: | ---: | ---: | ---: |\n");
        operations.forEach((operation, times) -> table.append("| ")
                .append(operation)
                .append(" | ")
                .append(millis(times.simd))
                .append(String.format(Locale.ROOT, " | %.1f | ", 100 * times.simd / whole))
                .append(millis(times.java))
                .append(" | ")
                .append(timed(times.simd) ? String.format(Locale.ROOT, "%.1f", times.java / times.simd) : TOO_SHORT)
                .append(" |\n"));
        return table.toString();
    }

    private static String millis(double millis) {
        return timed(millis) ? String.format(Locale.ROOT, "%.4f", millis) : TOO_SHORT;
    }

    private static boolean timed(double millis) {
        return millis >= LEAST_MILLIS;
    }

    /** Milliseconds of one operation. */
    private static final class Times {
        private double simd;
        private double java;

        void add(JsonObject figure) {
            double millis = figure.get("value").getAsDouble();
            if (figure.get("backend").getAsString().equals("java")) {
                java = millis;
            } else {
                simd = millis;
            }
        }
    }
}
