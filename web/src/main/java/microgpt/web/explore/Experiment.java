package microgpt.web.explore;

import java.util.List;
import microgpt.web.text.Numbers;

/** A change that the teachers' tour makes while the run goes on, and what it asks of those who watch. */
enum Experiment {
    REPLAY("experience_replay.enabled", "Replay", "Does it need its past?") {
        @Override
        String changed(String value) {
            return flipped(value);
        }

        @Override
        String question(String value) {
            return "Beside every new window it trains on windows of the past again. Switch that " + onOff(value)
                    + ": what do you expect of the next 2,000 bytes?";
        }
    },
    RATE("optimizer.learning_rate", "Learning rate", "Ten times the learning rate") {
        @Override
        String changed(String value) {
            return Double.toString(Math.round(Double.parseDouble(value) * 1e10) / 1e9);
        }

        @Override
        String question(String value) {
            return "It is " + value
                    + " now. Larger steps learn a new text faster and spoil more of what was learned. What will"
                    + " ten times as much do to the bits per byte, and to the transformer alone?";
        }
    },
    COUNTS("mixture.enabled", "Counts in the mixture", "Without counts") {
        @Override
        String changed(String value) {
            return flipped(value);
        }

        @Override
        String question(String value) {
            return "Counts of what followed each context predict beside the transformer. Switch them " + onOff(value)
                    + ": how much was theirs? (Counts that were off have forgotten everything when they come back.)";
        }
    };

    /** All of them, in the order in which they come. */
    static final List<Experiment> ORDER = List.of(values());

    private final String key;
    private final String label;
    private final String title;

    Experiment(String key, String label, String title) {
        this.key = key;
        this.label = label;
        this.title = title;
    }

    /** The key of the recipe, by which its control is found. */
    String key() {
        return key;
    }

    String title() {
        return title;
    }

    /** What the setting becomes, from what it is. */
    abstract String changed(String value);

    /** What is asked before, of a setting that has this value. */
    abstract String question(String value);

    /** What was done, once it is. */
    String done(String from, String to) {
        return label + ": " + said(from) + " → " + said(to) + ".";
    }

    /** What followed, by the run's own numbers. */
    String result(BeforeAfter measured) {
        double difference = measured.after() - measured.before();
        String followed = "The " + Numbers.grouped(BeforeAfter.WINDOW) + " bytes before cost "
                + Numbers.fixed(measured.before(), 2) + " bits each, those after it "
                + Numbers.fixed(measured.after(), 2) + " (" + (difference < 0 ? "" : "+") + Numbers.fixed(difference, 2)
                + ").";
        return Double.isNaN(measured.baselineAfter())
                ? followed
                : followed + " PPM, which nothing was changed for, needed "
                        + Numbers.fixed(measured.baselineBefore(), 2)
                        + " and " + Numbers.fixed(measured.baselineAfter(), 2)
                        + ": so much is due to the text. One run is no proof; a race of two is a better one.";
    }

    private static String flipped(String value) {
        return value.equals("true") ? "false" : "true";
    }

    private static String onOff(String value) {
        return value.equals("true") ? "off" : "on";
    }

    private static String said(String value) {
        return value.equals("true") ? "on" : value.equals("false") ? "off" : value;
    }
}
