package microgpt.web.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class GuessGameTest {
    private final GuessGame game = new GuessGame();

    /** The model gives e a half, t a quarter and a the rest; as often as they occurred: a quarter e, a half t. */
    private static LabReport.Predicted about(int truth) {
        float[] model = new float[256];
        model['e'] = .5f;
        model['t'] = .25f;
        model['a'] = .25f;
        float[] order0 = new float[256];
        order0['e'] = .25f;
        order0['t'] = .5f;
        order0['a'] = .25f;
        return new LabReport.Predicted(1, 10, 0, Bytes.EMPTY, truth, Floats.of(model), Floats.of(order0));
    }

    @Test
    void bothAreChargedWhatTheyGaveTheTruth() {
        GuessGame.Round right = game.charge(about('e'), 'e', .6);
        assertEquals(-Math.log(.6 + .4 * .25) / Math.log(2), right.readerBits(), 1e-6);
        assertEquals(1, right.modelBits(), 1e-6);
        assertTrue(right.isRight());
        assertTrue(right.isWon());
        GuessGame.Round wrong = game.charge(about('t'), 'e', .9);
        assertEquals(-Math.log(.1 * .5) / Math.log(2), wrong.readerBits(), 1e-6);
        assertEquals(2, wrong.modelBits(), 1e-6);
        assertFalse(wrong.isWon());
        assertEquals('e', wrong.modelPick());
        assertEquals((right.readerBits() + wrong.readerBits()) / 2, game.reader(), 1e-9);
        assertEquals(1.5, game.model(), 1e-6);
    }

    @Test
    void whoHasNoIdeaIsChargedByOrderZero() {
        assertEquals(2, game.charge(about('e'), GuessGame.NO_PICK, 0).readerBits(), 1e-6);
        assertEquals(0, game.right());
        assertEquals(1, game.modelRight());
    }

    /** Whatever is picked, and however surely, a reader's probabilities of all bytes sum to 1. */
    @Test
    void aReadersProbabilitiesSumToOne() {
        double sum = 0;
        for (int truth : new int[] {'e', 't', 'a'}) {
            sum += Math.pow(2, -game.charge(about(truth), 'a', .9).readerBits());
        }
        assertEquals(1, sum, 1e-6);
    }

    @Test
    void aStreakEndsWithAWrongByteAndTheLongestIsKept() {
        for (int truth : new int[] {'e', 'e', 't', 'e'}) {
            game.charge(about(truth), 'e', .9);
        }
        assertEquals(1, game.streak());
        assertEquals(2, game.longestStreak());
        assertEquals(3, game.right());
    }

    @Test
    void aGameIsOverAfterTwentyBytes() {
        while (game.played() < 20) {
            assertFalse(game.isOver());
            game.charge(about('a'), 'a', .9);
        }
        assertTrue(game.isOver());
        assertTrue(GuessText.verdict(game).startsWith("You win: 0.11 bits per byte for you, 2.00 for the model"));
        assertTrue(GuessText.verdict(game).endsWith("you named 20 of 20 bytes, it 0."));
    }

    @Test
    void theScoreToShareHasASquareForEveryByteAndTheLink() {
        game.charge(about('e'), 'e', .9);
        game.charge(about('t'), 'e', .9);
        String shared = GuessText.share(game, "https://example.org/#v=3");
        assertTrue(shared.contains("me 2.22, the model 1.50 bits per byte"), shared);
        assertTrue(shared.endsWith("\n\uD83D\uDFE9\uD83D\uDFE7\nhttps://example.org/#v=3"), shared);
        assertTrue(GuessText.share(game, "").endsWith("\uD83D\uDFE7"));
        assertEquals(
                "You 2.22, the model 1.50, uniform 8 bits per byte after 2 bytes of 20. Right in a row: 0, at most 1.",
                GuessText.score(game));
    }

    @Test
    void aRoundSaysWhatBothHadGivenTheTruth() {
        assertEquals(
                "It was “t”. You: 4.32 bits; the model: 2.00 bits, having given it 25 % (and “e” 50 %).",
                GuessText.round(game.charge(about('t'), 'e', .9)));
    }

    @Test
    void theKeysAreTheBytesThatOccurredTheMostFrequentFirst() {
        float[] order0 = new float[256];
        Arrays.fill(order0, .001f);
        order0['x'] = .3f;
        order0[' '] = .4f;
        assertEquals(List.of((int) ' ', (int) 'x'), GuessKeys.of(Floats.of(order0)));
        Arrays.fill(order0, 1 / 256f);
        assertEquals(' ', GuessKeys.of(Floats.of(order0)).get(0));
        assertTrue(GuessKeys.of(Floats.of(order0)).size() > 20, "letters before anything has occurred");
    }
}
