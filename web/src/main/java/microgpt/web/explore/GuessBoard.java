package microgpt.web.explore;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** What a game shows: the text so far, the bytes to choose from, what the last byte was, and the score. */
final class GuessBoard {
    private static final int SHOWN_BEFORE = 240;
    private static final int SHOWN_ON_A_PHONE = 90;
    private static final String PHONE = "(max-width: 640px)";
    private static final int BARS = 4;

    private final HTMLElement text;
    private final HTMLElement keys;
    private final HTMLElement result;
    private final HTMLElement score;
    private final HTMLElement squares;
    private final HTMLElement bars;
    private final IntConsumer onPick;
    private final Map<Integer, HTMLElement> buttons = new HashMap<>();
    private final HTMLElement slot = Dom.create("span", "slot", "?");
    private Bytes before = Bytes.EMPTY;

    GuessBoard(Panel root, IntConsumer onPick) {
        this.onPick = onPick;
        text = root.part("guess-text");
        keys = root.part("guess-keys");
        result = root.part("guess-result");
        score = root.part("guess-score");
        squares = root.part("guess-squares");
        bars = root.part("guess-bars");
    }

    void clear(GuessGame game) {
        text.clear();
        keys.clear();
        buttons.clear();
        squares.clear();
        bars.clear();
        Dom.text(result, "");
        Dom.text(score, GuessText.score(game));
    }

    /** The next byte is asked for. */
    void ask(LabReport.Predicted about, GuessGame game) {
        if (about.ahead() == 0) {
            before = about.before();
            makeKeys(about.order0());
        }
        write(game);
        text.appendChild(slot);
    }

    /** The text as far as it is known, the bytes of the game coloured by who was better. */
    void write(GuessGame game) {
        text.clear();
        int shown = Math.min(before.size(), Browser.matches(PHONE) ? SHOWN_ON_A_PHONE : SHOWN_BEFORE);
        byte[] known = new byte[shown];
        System.arraycopy(before.toArray(), before.size() - shown, known, 0, shown);
        Dom.append(text, "span", "", Glyphs.text(Bytes.of(known)));
        for (GuessGame.Round round : game.rounds()) {
            int value = round.truth();
            String glyph = value == '\n' ? "↵\n" : Glyphs.isHex(value) ? "\uFFFD" : "" + (char) value;
            Dom.append(text, "span", round.isWon() ? "won" : "lost", glyph);
        }
    }

    private void makeKeys(Floats order0) {
        for (int value : GuessKeys.of(order0)) {
            HTMLElement key = Dom.append(keys, "button", "", Glyphs.of(value));
            key.setAttribute("type", "button");
            key.setAttribute("aria-label", Glyphs.name(value));
            key.setAttribute("aria-pressed", "false");
            key.onClick(event -> onPick.accept(value));
            buttons.put(value, key);
        }
    }

    /** The reader's choice so far; none is {@link GuessGame#NO_PICK}. */
    void pick(int value) {
        for (Map.Entry<Integer, HTMLElement> each : buttons.entrySet()) {
            each.getValue().setAttribute("aria-pressed", each.getKey() == value ? "true" : "false");
        }
        Dom.text(slot, value == GuessGame.NO_PICK ? "?" : Glyphs.of(value));
    }

    /** The truth about the last byte, and what both were charged. */
    void reveal(LabReport.Predicted about, GuessGame.Round round, GuessGame game) {
        Dom.text(result, GuessText.round(round));
        Dom.text(score, GuessText.score(game));
        Dom.append(squares, "i", round.isWon() ? "won" : "lost", "")
                .setTitle(Glyphs.name(round.truth()) + ": you " + Numbers.fixed(round.readerBits(), 2) + ", the model "
                        + Numbers.fixed(round.modelBits(), 2) + " bits");
        bars.clear();
        new NextBars(bars).showLikeliest(about.probabilities(), BARS, round.truth());
    }
}
