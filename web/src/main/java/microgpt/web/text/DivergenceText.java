package microgpt.web.text;

import microgpt.protocol.lab.LabReport;

/** What is said of a run whose transformer has diverged. */
public final class DivergenceText {
    private DivergenceText() {}

    public static String of(LabReport.Diverged report) {
        String found = "The run diverged: at byte " + Numbers.grouped(report.position()) + " ";
        String what = Double.isInfinite(report.bits())
                ? "a number overflowed, and learning stopped. "
                : "the transformer needs " + Numbers.fixed(report.bits(), 0)
                        + " bits for each byte, where a uniform prediction needs 8. ";
        return found
                + what
                + (report.backTo() < 0
                        ? "Begin again with a lower learning rate."
                        : "Going back gives it the weights and the settings that it had at byte "
                                + Numbers.grouped(report.backTo()) + "; it reads on from here.");
    }

    /** What the button says. */
    public static String offer(LabReport.Diverged report) {
        return "Go back to byte " + Numbers.grouped(report.backTo());
    }

    public static String wentBack(LabReport.WentBack report, String rate) {
        return "Since byte " + Numbers.grouped(report.position()) + " the transformer has the weights of byte "
                + Numbers.grouped(report.backTo()) + " again, and learns at a rate of " + rate + ".";
    }
}
