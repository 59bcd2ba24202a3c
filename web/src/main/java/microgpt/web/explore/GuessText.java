package microgpt.web.explore;

import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;

/** What is said of a game in words. */
final class GuessText {
    private static final String WON = "\uD83D\uDFE9"; // a green square
    private static final String LOST = "\uD83D\uDFE7"; // an orange one
    /** Less than this apart nobody has won. */
    private static final double DRAW_BITS = 0.05;

    /** How sure a reader is who just presses Enter. */
    static final double ENTER_SURE = 0.6;

    private GuessText() {}

    /** What the buttons ask, once a byte is named. */
    static String question(int pick) {
        return pick == GuessGame.NO_PICK ? "Which byte comes next?" : "How sure are you of " + Glyphs.name(pick) + "?";
    }

    /** There is no byte to guess. */
    static String nothingAhead(GuessGame game) {
        return game.played() == 0
                ? "There is no byte ahead to guess: the stream has been read to its end. Reset it, or choose another stream."
                : "The stream ends here, and the game with it.";
    }

    /** The byte that was just shown. */
    static String round(GuessGame.Round round) {
        String truth = "It was " + Glyphs.name(round.truth()) + ". ";
        String model = "the model: " + Numbers.fixed(round.modelBits(), 2) + " bits, having given it "
                + Numbers.percent(Math.pow(2, -round.modelBits()));
        String other = round.modelPick() == round.truth()
                ? "."
                : " (and " + Glyphs.name(round.modelPick()) + " " + Numbers.percent(round.modelSure()) + ").";
        return truth + "You: " + Numbers.fixed(round.readerBits(), 2) + " bits; " + model + other;
    }

    /** The score so far. */
    static String score(GuessGame game) {
        return game.played() == 0
                ? ""
                : "You " + Numbers.fixed(game.reader(), 2) + ", the model " + Numbers.fixed(game.model(), 2)
                        + ", uniform 8 bits per byte after " + count(game.played(), "byte") + " of " + GuessGame.LENGTH
                        + ". Right in a row: " + game.streak() + ", at most " + game.longestStreak() + ".";
    }

    /** Who has won, in a sentence. */
    static String verdict(GuessGame game) {
        double ahead = game.model() - game.reader();
        String both = Numbers.fixed(game.reader(), 2) + " bits per byte for you, " + Numbers.fixed(game.model(), 2)
                + " for the model, 8 for a uniform prediction";
        String named = "; you named " + game.right() + " of " + count(game.played(), "byte") + ", it "
                + game.modelRight() + ".";
        if (Math.abs(ahead) < DRAW_BITS) {
            return "A draw: " + both + named;
        }
        return ahead > 0 ? "You win: " + both + named : "The model wins: " + both + named;
    }

    /** The score as a message to others; {@code link} leads to the run, and is empty if none does. */
    static String share(GuessGame game, String link) {
        StringBuilder text = new StringBuilder("I guessed ")
                .append(count(game.played(), "byte"))
                .append(" against a GPT that learns in a browser tab: me ")
                .append(Numbers.fixed(game.reader(), 2))
                .append(", the model ")
                .append(Numbers.fixed(game.model(), 2))
                .append(" bits per byte (fewer is better, uniform is 8).\n");
        for (GuessGame.Round round : game.rounds()) {
            text.append(round.isWon() ? WON : LOST);
        }
        return link.isEmpty() ? text.toString() : text + "\n" + link;
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
