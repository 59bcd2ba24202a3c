package microgpt.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A text broken into lines at its blanks; what does not fit into the last line is left out, and said so by an ellipsis. */
public final class LineBreaks {
    private LineBreaks() {}

    /** At most {@code most} lines, each of which {@code fits}; line ends and runs of blanks are blanks. */
    public static List<String> of(String text, int most, Predicate<String> fits) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words(text)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || fits.test(longer)) {
                line = longer;
            } else if (lines.size() + 1 < most) {
                lines.add(line);
                line = word;
            } else {
                while (!line.isEmpty() && !fits.test(line + " …")) {
                    line = line.substring(0, line.length() - 1);
                }
                lines.add(line + " …");
                return lines;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i == text.length() || text.charAt(i) <= ' ';
            if (blank && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
        }
        return words;
    }
}
