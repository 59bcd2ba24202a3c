package microgpt.web.explore;

import java.util.List;
import microgpt.protocol.lab.LabReport;
import microgpt.web.text.Numbers;

/** What is said of a run's way through its own past. */
final class TravelText {
    private static final String ENABLED = ".enabled";

    private TravelText() {}

    /** Where a run stands that has been as far as {@code furthest}. */
    static String place(long position, long furthest) {
        return position >= furthest
                ? "byte " + Numbers.grouped(position)
                : "byte " + Numbers.grouped(position) + " of " + Numbers.grouped(furthest);
    }

    /** How far it is on its way. */
    static String onTheWay(LabReport.Travelled report) {
        return "to byte " + Numbers.grouped(report.destination()) + ": "
                + (report.position() == 0
                        ? "restoring …"
                        : "rereading, at " + Numbers.grouped(report.position()) + " …");
    }

    /** What a reader can do where the run stands now. */
    static String hint(long position, long furthest) {
        return position >= furthest
                ? "The run stands at its newest byte. In the chart, the other courses are faint, from where they part."
                : "Text, next byte, attention and weights are those of byte " + Numbers.grouped(position)
                        + ", to the bit; the faint curve is what came after. Press play and the same "
                        + Numbers.grouped(furthest - position)
                        + " bytes are read again with the same losses; change a setting here first, and the run branches off.";
    }

    /** What a course is called, by its number. */
    static String name(int number) {
        return number == 0 ? "First course" : "Branch " + number;
    }

    /** How far it was read. */
    static String reach(LabReport.Course course) {
        return "read to byte " + Numbers.grouped(course.furthest());
    }

    /** What a course is: where it begins, and because of what. */
    static String course(LabReport.Course course) {
        return course.parent() < 0
                ? "from the start"
                : "from byte " + Numbers.grouped(course.from()) + ": " + changes(course.changes());
    }

    private static String changes(List<LabReport.Change> changes) {
        StringBuilder text = new StringBuilder();
        for (LabReport.Change change : changes) {
            text.append(text.isEmpty() ? "" : ", ").append(change(change));
        }
        return text.isEmpty() ? "with the same settings" : text.toString();
    }

    private static String change(LabReport.Change change) {
        String key = change.key();
        if (key.endsWith(ENABLED)) {
            String what = words(key.substring(0, key.length() - ENABLED.length()));
            return what + (change.after().equals("true") ? " on" : " off");
        }
        int dot = key.indexOf('.');
        String group = dot < 0 || key.startsWith("optimizer.") ? "" : words(key.substring(0, dot)) + ": ";
        return group + words(key.substring(dot + 1)) + " " + change.before() + " → " + change.after();
    }

    private static String words(String key) {
        return key.replace('_', ' ');
    }

    /** How it compares with the course that it left, over the bytes that both have read. */
    static String comparison(LabReport.Course course) {
        if (course.parent() < 0) {
            return "";
        }
        if (Double.isNaN(course.difference())) {
            return "nothing to compare yet";
        }
        double difference = course.difference();
        String size = Numbers.fixed(Math.abs(difference), 4) + " bits per byte";
        String verdict = difference == 0 ? "exactly the same" : size + (difference < 0 ? " fewer" : " more");
        return verdict + ", over the " + Numbers.grouped(course.compared() - course.from())
                + " bytes that both have read";
    }
}
