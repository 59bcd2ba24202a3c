package microgpt.web.text;

/**
 * What is happening on the page that trains by batches, in a sentence or two.
 *
 * @param loss the smoothed training loss in nats; NaN before the first step
 * @param learned what it has learned, as a clause that begins a sentence; empty if nobody knows
 */
public record TrainHeadline(
        Mood mood, int parameters, String text, long steps, long maxSteps, double loss, String learned) {

    /** What the run is doing. */
    public enum Mood {
        LOADING("loading"),
        READY("ready"),
        STARTING("starting"),
        RUNNING("running"),
        PAUSED("paused"),
        DONE("done");

        private final String word;

        Mood(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public String sentence() {
        return switch (mood) {
            case LOADING -> "Loading …";
            case READY ->
                "A GPT of " + Numbers.grouped(parameters) + " parameters, untrained, is about to learn a text. "
                        + "Press Start.";
            case STARTING -> "Getting the text, and building a GPT of " + Numbers.grouped(parameters) + " parameters …";
            case RUNNING -> "Learning " + text + ": step " + place() + "." + cost();
            case PAUSED ->
                steps == 0
                        ? "Ready to learn " + text + " in " + Numbers.grouped(maxSteps) + " steps. Press Run."
                        : "Paused after step " + place() + "." + cost();
            case DONE -> "It has learned " + text + " for " + Numbers.grouped(steps) + " steps." + cost();
        };
    }

    private String place() {
        return Numbers.grouped(steps) + " of " + Numbers.grouped(maxSteps);
    }

    private String cost() {
        if (Double.isNaN(loss)) {
            return "";
        }
        return " A byte costs it " + Numbers.fixed(loss, 2) + " nats; uniform: 5.55."
                + (learned.isEmpty() ? "" : " " + learned + ".");
    }
}
