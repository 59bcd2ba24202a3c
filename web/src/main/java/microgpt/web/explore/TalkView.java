package microgpt.web.explore;

import java.util.List;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.Palette;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Fields;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.shell.Surface;
import microgpt.web.shell.Theme;
import microgpt.web.text.ByteText;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;

/** A field in which every key is coloured by what the present run would charge for it, and which the run can write on in. */
final class TalkView {
    /** The worker takes texts up to 4,096 bytes. */
    private static final int MOST = 4000;

    private static final int ANSWER_BYTES = 80;
    private static final int BARS = 6;
    /** Samples of the laboratory are numbered from 1 on. */
    private static final int FIRST_ID = 1 << 20;

    private final HTMLElement card;
    private final HTMLTextAreaElement field;
    private final HTMLElement mirror;
    private final HTMLElement readout;
    private final HTMLButtonElement answer;
    private final HTMLInputElement temperature;
    private final NextBars bars;
    private final Theme theme;
    private final Commands<LabCommand> commands;
    private final Frames.Slot slot;
    private final TypedText text = new TypedText();
    private int id = FIRST_ID;
    /** The first request since which the text has only grown: what is answered to it, and later ones, still holds. */
    private int sameSince = FIRST_ID;

    private int answering;
    /** Where in the stream the text ends that the run is to read; 0 if there is none. */
    private long readUpTo;
    /** What the text cost before it was read, in bits per byte, and how long it was; 0 if it was not. */
    private double costBefore;

    private int sizeBefore;

    TalkView(Panel root, Surface surface, Commands<LabCommand> commands) {
        this.commands = commands;
        theme = surface.theme();
        card = root.part("talk");
        field = root.as("talk-field");
        mirror = root.part("talk-mirror");
        readout = root.part("talk-readout");
        answer = root.as("talk-answer");
        temperature = root.as("talk-temperature");
        bars = new NextBars(root.part("talk-next"));
        slot = surface.frames().words(0, this::draw);
        field.onEvent("input", event -> typed());
        answer.onClick(event -> letItAnswer());
        root.part("talk-read").onClick(event -> letItRead());
        root.part("talk-clear").onClick(event -> {
            field.setValue("");
            typed();
            field.focus();
        });
        theme.onChange(slot::ask);
    }

    /** A run that has its own opinion of what stands here. */
    void show(LabReport.Started report) {
        card.setHidden(false);
        answering = 0;
        readUpTo = 0;
        sizeBefore = 0;
        text.forgetCharges();
        sameSince = id + 1;
        charge();
    }

    void show(LabReport.Supposed report) {
        if (report.id() >= sameSince) {
            text.charge(report.from(), report.bits());
            if (report.complete() && report.id() == id) {
                bars.show(report.candidates(), report.probabilities(), BARS, -1);
            }
            slot.ask();
        }
    }

    void show(LabReport.Sampled report) {
        if (report.id() == answering) {
            text.append(report.text());
            field.setValue(text.shown());
            if (report.complete()) {
                answering = 0;
                charge();
            }
            slot.ask();
        }
    }

    /** What was put into the stream is being read. */
    void show(LabReport.Inserted report) {
        readUpTo = report.end();
    }

    /** Once it is read, the same text is charged by what was learned from it. */
    void show(LabReport.Progress report) {
        if (readUpTo > 0 && report.position() >= readUpTo) {
            readUpTo = 0;
            text.forgetCharges();
            sameSince = id + 1;
            charge();
        }
    }

    private void letItRead() {
        if (text.size() > 0) {
            costBefore = text.bits(0, text.size()) / text.size();
            sizeBefore = text.size();
            commands.send(new LabCommand.Insert(text.bytes()));
        }
    }

    private void typed() {
        sizeBefore = 0;
        answering = 0; // what it was about to say is cut short
        int before = text.size();
        int kept = text.become(field.getValue());
        sameSince = kept < before ? id + 1 : sameSince;
        charge();
    }

    private void charge() {
        id++;
        answer.setDisabled(text.size() > MOST - ANSWER_BYTES);
        if (text.size() <= MOST) {
            commands.send(new LabCommand.Suppose(id, text.bytes(), text.charged()));
        }
        slot.ask();
    }

    private void letItAnswer() {
        id++;
        answering = id;
        commands.send(new LabCommand.Sample(id, text.bytes(), Fields.number(temperature, 0.8), 0, 1, ANSWER_BYTES, id));
    }

    /** What reading the text has changed, as long as it is the same. */
    private String effect() {
        boolean known = sizeBefore > 0
                && !Double.isNaN(costBefore)
                && readUpTo == 0
                && sizeBefore == text.size()
                && text.charged() == text.size();
        return known ? TalkText.learned(costBefore, text.mean()) : "";
    }

    private void draw() {
        mirror.clear();
        List<ByteText.Piece> pieces = ByteText.pieces(text.bytes().toArray());
        for (ByteText.Piece piece : pieces) {
            String shown = piece.shown().endsWith("\n") ? "\n" : piece.shown();
            HTMLElement key = Dom.append(mirror, "span", text.isWritten(piece.at()) ? "written" : "", shown);
            double bits = text.bits(piece.at(), piece.bytes());
            if (!Double.isNaN(bits)) {
                key.getStyle().setProperty("background", theme.palette().colour(Palette.level(bits / piece.bytes())));
            }
        }
        Dom.append(mirror, "span", "", "\u200B"); // or a line feed at the end would have no line
        Dom.text(readout, TalkText.readout(text, pieces) + effect());
    }
}
