package microgpt.web.text;

/**
 * What is happening now, in a sentence or two for somebody who has just arrived.
 *
 * @param streamBytes -1 while unknown
 * @param phase the name of the present phase; empty if the stream has only one
 * @param bits what a byte costs at present; NaN before the first
 * @param firstBits what a byte cost at the start; NaN before the first
 * @param whole the mean over the run
 * @param visits what each visit of the present phase cost at first, as {@link Visits#ofPresent} says it
 * @param comparison with others, as {@link RunVerdict#comparison} says it; empty while there is none
 */
public record Headline(
        Mood mood,
        int parameters,
        long position,
        long streamBytes,
        String phase,
        double bits,
        double firstBits,
        double whole,
        String visits,
        String comparison) {

    private static final double UNIFORM_BITS = 8;
    /** What is shown is rounded to this. */
    private static final double SHOWN_BITS = 0.1;

    /** What the run is doing. */
    public enum Mood {
        LOADING("loading"),
        WAITING("waiting"),
        BEGINNING("beginning"),
        RUNNING("running"),
        PAUSED("paused"),
        TYPING("typing"),
        FINISHED("finished");

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
            case LOADING -> "Loading the laboratory …";
            case WAITING -> streamBytes == 0 ? "There is nothing to read yet." : intention() + " Press play.";
            case BEGINNING -> streamBytes == 0 ? "Waiting for the first bytes to arrive." : intention();
            case RUNNING -> visits.isEmpty() ? "Reading byte " + place() + ". " + cost() : again();
            case PAUSED -> "Paused at byte " + place() + ". " + cost();
            case TYPING ->
                position == 0
                        ? "Type something: every key is predicted before you press it, and learned right after."
                        : "You have typed " + Numbers.grouped(position) + " bytes. " + cost();
            case FINISHED ->
                "It has read all " + Numbers.grouped(position) + " bytes at " + Numbers.fixed(whole, 2)
                        + " bits each, learning included"
                        + (comparison.isEmpty() ? "; uniform: 8." : ": " + comparison + ".");
        };
    }

    private String intention() {
        return "A GPT of " + Numbers.grouped(parameters) + " parameters, untrained, is about to read "
                + (streamBytes < 0 ? "a stream of bytes." : Numbers.grouped(streamBytes) + " bytes.");
    }

    private String place() {
        String of = streamBytes < 0 ? "" : " of " + Numbers.grouped(streamBytes);
        return Numbers.grouped(position) + of + (phase.isEmpty() ? "" : ": " + phase);
    }

    private String again() {
        return "Reading " + phase + " again: " + Numbers.fixed(bits, 2) + " bits per byte now; its first 1,000 cost "
                + visits + " at each visit.";
    }

    private String cost() {
        if (Double.isNaN(bits)) {
            return "It has not been asked to predict anything yet.";
        }
        String now = "It now needs " + Numbers.fixed(bits, 2) + " bits for each byte";
        if (Double.isNaN(firstBits)) {
            return now + ".";
        }
        String first = now + "; the first cost " + Numbers.fixed(firstBits, 1);
        boolean worseThanUniform = firstBits >= UNIFORM_BITS + SHOWN_BITS / 2;
        return first + (worseThanUniform ? ", with random weights." : ".");
    }
}
