package microgpt.web.step;

import microgpt.protocol.step.StepCommand;
import microgpt.protocol.step.StepReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Names of the model's own: token by token with the draw, or twenty at once. */
final class WritingView {
    private static final int NAMES = 20;
    private static final int MOST_SHOWN = 200;

    private final Commands<StepCommand> commands;
    private final HTMLButtonElement draw;
    private final HTMLButtonElement write;
    private final HTMLInputElement temperature;
    private final HTMLElement temperatureValue;
    private final HTMLElement drawing;
    private final HTMLElement text;
    private final HTMLElement stretches;
    private final HTMLElement note;
    private final HTMLElement names;
    private final HTMLElement namesNote;
    private Alphabet alphabet = Alphabet.NONE;
    private int asked;
    private int written;
    private int known;

    WritingView(Panel root, Commands<StepCommand> commands) {
        draw = root.as("draw");
        write = root.as("write");
        temperature = root.as("temperature");
        temperatureValue = root.part("temperature-value");
        drawing = root.part("drawing");
        text = root.part("draw-text");
        stretches = root.part("stretches");
        note = root.part("draw-note");
        names = root.part("names");
        namesNote = root.part("names-note");
        this.commands = commands;
        draw.onClick(event -> draw());
        write.onClick(event -> {
            write.setDisabled(true);
            asked = commands.send(new StepCommand.Write(NAMES, temperature()));
        });
        temperature.onInput(event -> Dom.text(temperatureValue, Numbers.fixed(temperature(), 2)));
    }

    void draw() {
        if (!draw.isDisabled()) {
            commands.send(new StepCommand.Draw(temperature()));
        }
    }

    private double temperature() {
        return Double.parseDouble(temperature.getValue());
    }

    void clear(Alphabet characters) {
        alphabet = characters;
        written = 0;
        known = 0;
        names.clear();
        Dom.text(namesNote, "");
        drawing.setHidden(true);
        draw.setDisabled(false);
        write.setDisabled(false);
    }

    void show(StepReport.Drawn report) {
        drawing.setHidden(false);
        text.clear();
        Dom.append(text, "span", "", alphabet.all(report.context()) + " ");
        Dom.append(text, "b", "", alphabet.label(report.token()));
        stretches.clear();
        double before = 0;
        for (int token = 0; token < report.chances().size(); token++) {
            double chance = report.chances().at(token);
            before += token < report.token() ? chance : 0;
            HTMLElement stretch = Dom.append(
                    stretches,
                    "span",
                    token == report.token() ? "drawn" : "",
                    chance > 0.015 ? alphabet.label(token) : "");
            stretch.getStyle().setProperty("width", 100 * chance + "%");
            stretch.setAttribute("data-value", Double.toString(chance));
            stretch.setTitle(alphabet.label(token) + ": " + Numbers.percent(chance));
        }
        HTMLElement point = Dom.append(stretches, "i", "", "");
        point.getStyle().setProperty("left", 100 * report.draw() + "%");
        String sentence = "The draw fell on " + Numbers.fixed(report.draw(), 4) + ": " + alphabet.quoted(report.token())
                + " holds the stretch from " + Numbers.fixed(before, 4) + " to "
                + Numbers.fixed(before + report.chances().at(report.token()), 4) + ", a chance of "
                + Numbers.percent(report.chances().at(report.token())) + "."
                + (report.ended() ? " The name has ended: “" + report.text() + "”." : "");
        Dom.text(note, sentence);
        note.setAttribute("data-draw", Double.toString(report.draw()));
        note.setAttribute("data-token", Integer.toString(report.token()));
        stretches.setAttribute("aria-label", sentence);
    }

    void show(StepReport.Written report) {
        written++;
        known += report.known() ? 1 : 0;
        HTMLElement item =
                Dom.create("li", report.known() ? "known" : "", report.text().isEmpty() ? "∅" : report.text());
        item.setAttribute("data-name", report.text());
        if (report.known()) {
            Dom.append(item, "small", "", " in the data");
        }
        names.insertBefore(item, names.getFirstChild());
        while (names.getChildren().getLength() > MOST_SHOWN) {
            names.removeChild(names.getLastChild());
        }
        write.setDisabled(!report.last());
        Dom.text(namesNote, written + (written == 1 ? " name, " : " names, ") + known + " of which in the data.");
    }

    /** Nothing more comes of the names that could not be written. */
    void show(StepReport.Failed report) {
        if (report.command() == asked) {
            write.setDisabled(false);
        }
    }
}
