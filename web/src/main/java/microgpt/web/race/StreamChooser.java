package microgpt.web.race;

import microgpt.protocol.Limit;
import microgpt.web.dom.BlobReading;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.FileInput;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Note;
import microgpt.web.shell.PasteField;
import microgpt.web.shell.Shell;
import microgpt.web.text.Catalogue;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;
import org.teavm.jso.file.Blob;

/** Where the reader chooses what is raced on: a built-in stream, a file, a pasted text. */
final class StreamChooser {
    /** What is told of the choice. */
    interface Listener {
        void read(RaceStream stream);

        /** Does what throws the race away, after asking if it took long. */
        void askBeforeLoss(Browser.Action then, Browser.Action otherwise);
    }

    private final Listener listener;
    private final HTMLSelectElement plan;
    private final HTMLElement panel;
    private final HTMLElement status;
    private final Note note;
    private String chosen = "";

    StreamChooser(Shell shell, Catalogue catalogue, Listener listener) {
        Panel page = shell.page();
        this.listener = listener;
        plan = page.as("plan");
        panel = page.part("own-panel");
        status = page.part("status");
        note = new Note(page.part("source-error"), shell.banner());
        for (Catalogue.Choice choice : catalogue.plans()) {
            Dom.append(plan, "option", "", choice.label()).setAttribute("value", choice.name());
        }
        plan.onEvent("change", event -> {
            String name = plan.getValue();
            listener.askBeforeLoss(() -> open(name), () -> plan.setValue(chosen));
        });
        PasteField paste = new PasteField(page, "paste", () -> {});
        page.part("paste-read").onClick(event -> own(paste.text(), "your text"));
        new FileInput(page.as("file"), page.part("drop"), file -> own(file, file.getName()));
    }

    /** Reads a built-in stream. */
    void open(String name) {
        note.clear();
        Browser.fetchText(
                Offers.planFile(name),
                json -> {
                    chosen = name;
                    plan.setValue(name);
                    listener.read(RaceStream.builtIn(name, json));
                },
                why -> {
                    plan.setValue(chosen);
                    note.say(Banner.missingFileText(why));
                });
    }

    /** A link cannot carry the text that it is about: the reader is asked for it. */
    void askForOwn() {
        panel.setAttribute("open", "");
        plan.setValue("");
        status.setAttribute("data-mood", "waiting");
        Dom.text(
                status,
                "This race reads a text of your own, which a link cannot carry: open the file or paste it below.");
    }

    private void own(Blob text, String title) {
        long bytes = BlobReading.size(text);
        if (bytes == 0) {
            note.say("There is nothing to read in it: the text is empty.");
        } else if (bytes > Limit.TEXT.bytes()) {
            note.say("This has " + Numbers.bytes(bytes) + "; " + Limit.TEXT.size()
                    + " is the most that can be read here.");
        } else {
            note.clear();
            listener.askBeforeLoss(
                    () -> {
                        chosen = "";
                        plan.setValue("");
                        listener.read(RaceStream.own(text, title));
                    },
                    () -> {});
        }
    }
}
