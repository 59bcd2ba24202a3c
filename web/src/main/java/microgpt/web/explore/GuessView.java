package microgpt.web.explore;

import java.nio.charset.StandardCharsets;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** A game of guessing the next bytes against the run, which waits meanwhile and is not changed by it. */
final class GuessView {
    private static final String TOUCH = "(pointer: coarse)";

    private final Commands<LabCommand> commands;
    private final HTMLElement card;
    private final HTMLElement board;
    private final HTMLElement over;
    private final HTMLElement said;
    private final HTMLElement verdict;
    private final HTMLButtonElement begin;
    private final HTMLButtonElement share;
    private final HTMLInputElement type;
    private final GuessBoard shown;
    private final HTMLElement sureness;
    private GuessGame game = new GuessGame();
    private @Nullable LabReport.Predicted next;
    private @Nullable LabReport.Started of;
    private long position;
    private int pick = GuessGame.NO_PICK;
    private boolean playing;
    /** Where the bytes of the game before end, while they are read; -1 else. */
    private long readsUpTo = -1;

    GuessView(Panel root, Commands<LabCommand> commands) {
        this.commands = commands;
        card = root.part("guess");
        board = root.part("guess-board");
        over = root.part("guess-over");
        said = root.part("guess-said");
        verdict = root.part("guess-verdict");
        begin = root.as("guess-begin");
        share = root.as("guess-share");
        type = root.as("guess-type");
        sureness = root.part("guess-sureness");
        shown = new GuessBoard(root, this::pick);
        begin.onClick(event -> begin());
        share.onClick(event -> share());
        for (int percent : new int[] {99, 90, 60, 30, 0}) {
            HTMLElement button = root.part("guess-sure").querySelector("[data-percent=\"" + percent + "\"]");
            button.onClick(event -> answer(percent / 100.0));
        }
        type.onEvent("input", event -> chooseTyped());
        type.onKeyDown(this::pressed);
        card.onKeyDown(KeyboardEvent::stopPropagation); // the laboratory has keys of its own
    }

    void show(LabReport.Started report) {
        of = report;
        card.setHidden(false);
        position = 0;
        stop("");
        game = new GuessGame();
        shown.clear(game);
        over.setHidden(true);
        Dom.text(begin, "Guess " + GuessGame.LENGTH + " bytes");
    }

    void show(LabReport.Progress report) {
        position = report.position();
        LabReport.Predicted asked = next;
        if (playing && asked != null && position != asked.position()) {
            stop("The run has read on, so the game is over.");
        } else if (readsUpTo >= 0) {
            readOn();
        }
    }

    void show(LabReport.Predicted report) {
        if (!playing || report.ahead() != game.played()) {
            return;
        }
        if (report.truth() < 0) {
            stop(GuessText.nothingAhead(game));
            return;
        }
        next = report;
        shown.ask(report, game);
    }

    /** The bytes of the game before are read, a step at a time, as they would have been without it. */
    private void begin() {
        over.setHidden(true);
        commands.send(new LabCommand.Pause());
        if (game.played() > 0 && next != null && next.position() == position) {
            readsUpTo = position + game.played();
            readOn();
        } else {
            play();
        }
    }

    private void readOn() {
        if (position < readsUpTo) {
            commands.send(new LabCommand.Step());
        } else {
            play();
        }
    }

    private void play() {
        readsUpTo = -1;
        game = new GuessGame();
        next = null;
        playing = true;
        Dom.text(said, "");
        shown.clear(game);
        pick(GuessGame.NO_PICK);
        begin.setHidden(true);
        board.setHidden(false);
        if (Browser.matches(TOUCH)) { // a field with the focus would bring up a keyboard that covers the keys
            Browser.scrollTo(card, "auto");
        } else {
            type.focus();
        }
        commands.send(new LabCommand.Predict(0));
    }

    private void pick(int value) {
        pick = value;
        shown.pick(value);
        Dom.text(sureness, GuessText.question(value));
    }

    private void chooseTyped() {
        String typed = type.getValue();
        type.setValue("");
        byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            pick(bytes[0] & 255);
        }
    }

    private void pressed(KeyboardEvent event) {
        if (event.getKey().equals("Enter")) {
            event.preventDefault();
            answer(GuessText.ENTER_SURE);
        }
    }

    private void answer(double sure) {
        LabReport.Predicted asked = next;
        if (!playing || asked == null || asked.ahead() != game.played()) {
            return;
        }
        if (pick == GuessGame.NO_PICK && sure > 0) {
            Dom.text(sureness, "Choose a byte first, or say that you have no idea.");
            return;
        }
        GuessGame.Round round = game.charge(asked, sure > 0 ? pick : GuessGame.NO_PICK, sure);
        shown.reveal(asked, round, game);
        pick(GuessGame.NO_PICK);
        if (game.isOver()) {
            stop("");
        } else {
            commands.send(new LabCommand.Predict(game.played()));
        }
    }

    /** Ends the game, if there is one; {@code why} is a sentence. */
    private void stop(String why) {
        boolean scored = playing && game.played() > 0;
        playing = false;
        board.setHidden(true);
        begin.setHidden(false);
        Dom.text(begin, game.played() > 0 ? "Play again" : "Guess " + GuessGame.LENGTH + " bytes");
        Dom.text(said, why);
        if (scored) {
            shown.write(game);
            over.setHidden(false);
            Dom.text(share, "Copy the score");
            Dom.text(verdict, GuessText.verdict(game));
            begin.focus();
        }
    }

    private void share() {
        LabReport.Started run = of;
        boolean linked =
                run != null && (run.phases().size() > 1 || Browser.hash().contains("plan="));
        String message = GuessText.share(game, linked ? Browser.address() + Browser.hash() : "");
        Browser.copy(
                message,
                () -> Dom.text(share, linked ? "Score and link copied" : "Score copied, without a link to your text"),
                () -> Dom.text(said, message));
    }
}
