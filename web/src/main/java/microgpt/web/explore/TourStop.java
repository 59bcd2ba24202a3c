package microgpt.web.explore;

import java.util.List;
import microgpt.web.text.Numbers;

/** A place of the page that the tour goes to, and what it says there of the run. */
enum TourStop {
    READING("stream", "It reads, byte by byte") {
        @Override
        String caption(RunStory story) {
            return "Each byte is predicted first. Then the truth is shown, its cost is written down, and the model learns. The"
                    + " darker a byte, the more bits it cost. " + at(story);
        }
    },
    CURVE("chart", "Lower is better") {
        @Override
        String caption(RunStory story) {
            return "Bits per byte, over the bytes read. A uniform prediction costs 8, and it began near that."
                    + now(story);
        }
    },
    FIRST_WORD("stream", "A whole word") {
        @Override
        String caption(RunStory story) {
            RunStory.Word word = story.firstWord();
            return word == null
                    ? "Waiting for a word of four letters or more whose letters, but for the first, all cost less than"
                            + " a bit."
                    : "“" + word.text() + "”, at byte " + Numbers.grouped(word.position())
                            + ": once its first letter was"
                            + " there, the other " + (word.text().length() - 1) + " cost "
                            + Numbers.fixed(word.bits(), 2)
                            + " bits together.";
        }

        @Override
        boolean hasHappened(RunStory story) {
            return story.firstWord() != null;
        }
    },
    BOUNDARY("chart", "The text changes, and nobody tells it") {
        @Override
        String caption(RunStory story) {
            RunStory.Boundary boundary = story.boundary();
            return boundary == null
                    ? "Waiting for the first boundary: where the stream goes on with another kind of text."
                    : "At byte " + Numbers.grouped(boundary.position()) + ", " + boundary.from() + " ended and "
                            + boundary.to() + " began. It had come down to " + Numbers.fixed(boundary.before(), 2)
                            + " bits per byte; the first bytes of the new kind cost "
                            + Numbers.fixed(boundary.after(), 2)
                            + " each.";
        }

        @Override
        boolean hasHappened(RunStory story) {
            return story.boundary() != null;
        }
    },
    RECOVERY("chart", "It recovers") {
        @Override
        String caption(RunStory story) {
            RunStory.Recovery recovery = story.recovery();
            return recovery == null
                    ? "Waiting until it settles: until its moving average is within 5 % of where it stays."
                    : "In " + recovery.phase() + ", from byte " + Numbers.grouped(recovery.start())
                            + " on, it settled after " + Numbers.grouped(recovery.bytes()) + " bytes.";
        }

        @Override
        boolean hasHappened(RunStory story) {
            return story.recovery() != null;
        }
    },
    RETURN("phase-table", "What has it kept?") {
        @Override
        String caption(RunStory story) {
            RunStory.Return comeback = story.comeback();
            return comeback == null
                    ? "Waiting for a kind of text that comes back. What it costs then shows what was forgotten."
                    : comeback.phase() + " came back at byte " + Numbers.grouped(comeback.position())
                            + ". Its first 1,000 bytes cost " + Numbers.fixed(comeback.first(), 2)
                            + " bits each the first time, and " + Numbers.fixed(comeback.again(), 2) + " this time.";
        }

        @Override
        boolean hasHappened(RunStory story) {
            return story.comeback() != null;
        }
    },
    SAMPLES("samples", "It writes") {
        @Override
        String caption(RunStory story) {
            return "Every byte of these texts was drawn from the same predictions. The first was written before it had learned"
                    + " anything; the newest is on top of the others.";
        }
    },
    YOURS("guess", "Now you") {
        @Override
        String caption(RunStory story) {
            return "Guess the next bytes against it, or talk to it. Or change a setting while it reads, and see what that"
                    + " does.";
        }
    };

    /** All of them, in the order in which they come. */
    static final List<TourStop> ORDER = List.of(values());

    private final String part;
    private final String title;

    TourStop(String part, String title) {
        this.part = part;
        this.title = title;
    }

    /** The part of the page that it speaks of. */
    String part() {
        return part;
    }

    String title() {
        return title;
    }

    /** What it says, by what has happened so far. */
    abstract String caption(RunStory story);

    /** Whether what it tells of has happened. */
    boolean hasHappened(RunStory story) {
        return true;
    }

    private static String at(RunStory story) {
        var progress = story.progress();
        return progress == null ? "" : Numbers.grouped(progress.position()) + " bytes so far.";
    }

    private static String now(RunStory story) {
        var progress = story.progress();
        return progress == null || progress.position() == 0
                ? ""
                : " Of late: " + Numbers.fixed(progress.fast(), 2) + "; all of the run: "
                        + Numbers.fixed(progress.whole(), 2) + ".";
    }
}
