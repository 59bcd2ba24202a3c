package microgpt.web.race;

import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Shell;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** The page's table of contents: what of a race stands where. */
final class RaceView {
    private static final double VERDICT_EVERY_MILLIS = 700;
    private static final double ALOUD_EVERY_MILLIS = 15_000;

    private final TransportView transport;
    private final ContendersView contenders;
    private final CurvesView curves;
    private final DifferenceView difference;
    private final PaintedView text;
    private final HTMLElement verdict;
    private final HTMLElement parting;
    private final HTMLElement announce;
    private final HTMLElement otherBox;
    private final HTMLSelectElement other;
    private final HTMLElement legend;
    private final HTMLElement loseText;
    private final HTMLElement loseDialog;
    private final Frames.Slot words;
    private final Frames.Slot aloud;
    private RaceRecord record = new RaceRecord(2);

    RaceView(Shell shell, Offers offers, ContendersView.Listener editor, TransportView.Listener reader) {
        Panel page = shell.page();
        Frames frames = shell.frames();
        transport = new TransportView(page, reader);
        contenders = new ContendersView(page, offers, editor);
        curves = new CurvesView(page, frames, shell.theme());
        difference = new DifferenceView(page, frames, shell.theme());
        text = new PaintedView(page, frames, shell.theme());
        verdict = page.part("status");
        parting = page.part("parting");
        announce = page.part("announce");
        otherBox = page.part("other-box");
        other = page.as("other");
        legend = page.part("text-legend");
        loseText = page.part("lose-text");
        loseDialog = page.part("lose-dialog");
        words = frames.words(VERDICT_EVERY_MILLIS, this::say);
        aloud = frames.words(ALOUD_EVERY_MILLIS, () -> Dom.text(announce, verdict.getTextContent()));
        other.onEvent("change", event -> compare());
    }

    TransportView transport() {
        return transport;
    }

    /** Shows who races. */
    void show(Lineup lineup) {
        contenders.show(lineup);
        String before = other.getValue();
        other.clear();
        for (int i = 1; i < lineup.size(); i++) {
            Dom.append(other, "option", "", Lineup.letter(i)).setAttribute("value", Integer.toString(i));
        }
        boolean stays = !before.isEmpty() && Integer.parseInt(before) < lineup.size();
        other.setValue(stays ? before : "1");
        otherBox.setHidden(lineup.size() == 2);
    }

    /** A race begins. */
    void begin(RaceRecord begun, Lineup lineup) {
        record = begun;
        curves.begin(begun);
        difference.begin(begun);
        text.begin(begun);
        show(lineup);
        compare();
        changed();
    }

    private int other() {
        return Math.min(record.size() - 1, Integer.parseInt(other.getValue()));
    }

    private void compare() {
        difference.compare(other());
        text.compare(other());
        legend.clear();
        key("lane-0", "A better: line below");
        key("lane-" + other(), Lineup.letter(other()) + " better: line above");
        Dom.append(legend, "span", "", "neither: within " + RaceText.SAME_BITS + " bits");
        changed();
    }

    private void key(String lane, String words) {
        HTMLElement key = Dom.append(legend, "span", "key", "");
        Dom.append(key, "i", "patch " + lane, "");
        Dom.append(key, "span", "", words);
    }

    /** More has been read. */
    void changed() {
        words.ask();
        aloud.ask();
        curves.ask();
        difference.ask();
        text.ask();
    }

    private void say() {
        String letter = Lineup.letter(other());
        transport.show(record.position());
        contenders.show(record);
        if (record.position() > 0) {
            verdict.setAttribute("data-mood", "racing");
            Dom.text(verdict, RaceText.verdict(record.pairing(other()), letter, record.position()));
            Dom.text(parting, RaceText.parting(record.pairing(other()), letter));
        }
    }

    /** All stand at the start, and nothing moves until the reader wants it to. */
    void awaitReader() {
        verdict.setAttribute("data-mood", "waiting");
        Dom.text(verdict, "Everyone stands at the first byte, untrained. Press Play.");
        Dom.text(parting, "");
    }

    /** Asks before a race that took long is thrown away. */
    void askBeforeLoss(long read, Browser.Action then, Browser.Action otherwise) {
        Dom.text(loseText, "Everyone has read " + Numbers.grouped(read) + " bytes; this begins the race again.");
        Browser.ask(loseDialog, then, otherwise);
    }
}
