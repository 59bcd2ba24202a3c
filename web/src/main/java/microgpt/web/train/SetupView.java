package microgpt.web.train;

import java.util.function.Consumer;
import microgpt.corpus.genre.Genre;
import microgpt.numeric.Nullable;
import microgpt.protocol.TrainCommand;
import microgpt.protocol.TrainReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Fields;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Which text to train on: asks the worker for it, and says when it is there. */
final class SetupView {
    private final Consumer<TrainCommand> commands;
    private final HTMLSelectElement genre = Dom.as("text-genre");
    private final HTMLInputElement bytes = Dom.as("text-bytes");
    private final HTMLElement note = Dom.byId("text-note");
    private @Nullable Runnable whenThere;

    SetupView(Consumer<TrainCommand> commands, TrainRecipe wanted, Runnable onChange) {
        this.commands = commands;
        for (Genre one : Genre.values()) {
            Dom.append(genre, "option", "", one.label()).setAttribute("value", one.label());
        }
        BuiltinText text = wanted.text() == null ? BuiltinText.DEFAULT : wanted.text();
        genre.setValue(text.genre().label());
        bytes.setValue(Integer.toString(text.bytes()));
        genre.onEvent("change", event -> onChange.run());
        bytes.onEvent("change", event -> onChange.run());
    }

    /** The text chosen if it is a built-in one, null if it is the reader's own. */
    @Nullable BuiltinText builtin() {
        int size = (int) Fields.number(bytes, BuiltinText.DEFAULT.bytes());
        return new BuiltinText(
                BuiltinText.genre(genre.getValue()), Math.max(BuiltinText.LEAST, Math.min(BuiltinText.MOST, size)));
    }

    /** Gets the text to the worker, then does {@code then}. */
    void provide(Runnable then) {
        BuiltinText text = builtin();
        if (text != null) {
            whenThere = then;
            commands.accept(new TrainCommand.LoadText(text.source()));
        }
    }

    void show(TrainReport.Text report) {
        Dom.text(note, Numbers.bytes(report.bytes()) + (report.complete() ? ", all of it." : " so far …"));
        Runnable then = whenThere;
        if (report.complete() && then != null) {
            whenThere = null;
            then.run();
        }
    }

    void show(TrainReport.Estimated report) {}
}
