package microgpt.web.lab;

import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.FileInput;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Note;
import microgpt.web.shell.PasteField;
import microgpt.web.text.Catalogue;
import microgpt.web.text.Numbers;
import microgpt.web.text.Typing;
import microgpt.web.text.WebLimit;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;
import org.teavm.jso.file.Blob;
import org.teavm.jso.file.File;

/** Where the reader chooses what is read: a plan, a text, a file, the keyboard, an address. */
final class SourceView {
    private static final String[] KINDS = {"plan", "paste", "file", "typed", "url"};

    /** What the reader chooses here. */
    interface Listener {
        void readPlan(String name);

        void readText(Blob text);

        void readFile(File file);

        void beginTyping();

        void type(Bytes keys);

        void readAddress(String address, long limit);

        void cancelLoading();
    }

    private final Panel root;
    private final Listener listener;
    private final HTMLSelectElement plan;
    private final HTMLElement typedBox;
    private final HTMLTextAreaElement typed;
    private final HTMLInputElement url;
    private final HTMLInputElement urlLimit;
    private final HTMLElement urlLimitError;
    private final Note note;
    private final HTMLElement loading;
    private final HTMLElement loadingBar;
    private final HTMLElement loadingText;
    private String typedBefore = "";

    SourceView(Panel root, Banner banner, List<Catalogue.Choice> plans, Listener listener) {
        this.root = root;
        note = new Note(root.part("source-error"), banner);
        plan = root.as("plan");
        typedBox = root.part("typed-box");
        typed = root.as("typed");
        url = root.as("url");
        urlLimit = root.as("url-limit");
        urlLimitError = root.part("url-limit-error");
        loading = root.part("loading");
        loadingBar = root.part("loading-bar");
        loadingText = root.part("loading-text");
        this.listener = listener;
        for (Catalogue.Choice choice : plans) {
            Dom.append(plan, "option", "", choice.label()).setAttribute("value", choice.name());
        }
        for (String kind : KINDS) {
            HTMLInputElement radio =
                    (HTMLInputElement) root.part("source-panel").querySelector("input[value='" + kind + "']");
            radio.onEvent("change", event -> choose(kind));
        }
        root.part("plan-read").onClick(event -> listener.readPlan(plan.getValue()));
        PasteField paste = new PasteField(root, "paste", () -> {});
        root.part("paste-read").onClick(event -> listener.readText(paste.text()));
        root.part("typed-begin").onClick(event -> listener.beginTyping());
        root.part("url-read").onClick(event -> readAddress());
        root.part("loading-cancel").onClick(event -> listener.cancelLoading());
        typed.onInput(event -> typed());
        new FileInput(root.as("file"), root.root(), listener::readFile);
    }

    /** Shows which plan is read. */
    void planIs(String name) {
        plan.setValue(name);
    }

    void show(LabReport.Started report) {
        loading.setHidden(true);
        note.clear();
    }

    /** What went wrong with what was chosen here. */
    Note note() {
        return note;
    }

    /** The server of an address was asked, and has sent nothing yet. */
    void show(LabReport.Awaited report) {
        loading.setHidden(report.over());
        loadingBar.removeAttribute("value");
        Dom.text(loadingText, "Waiting for the server; the run goes on until the first bytes arrive.");
    }

    /** Whether the new stream is the keyboard: its field stands below the painted text. */
    void typing(boolean begins) {
        typedBox.setHidden(!begins);
        typed.setDisabled(!begins);
        typed.setValue("");
        typedBefore = "";
        if (begins) {
            typed.focus();
        }
    }

    void show(LabReport.Loading report) {
        loading.setHidden(report.complete());
        boolean known = report.expected() > 0;
        if (known) {
            double share = (double) report.streamBytes() / report.expected();
            loadingBar.setAttribute("value", Double.toString(Math.min(1, share)));
        } else {
            loadingBar.removeAttribute("value");
        }
        Dom.text(
                loadingText,
                Numbers.bytes(report.streamBytes()) + (known ? " of " + Numbers.bytes(report.expected()) : "")
                        + " loaded" + (report.waiting().isEmpty() ? "" : "; " + report.waiting()));
    }

    private void choose(String kind) {
        for (String each : KINDS) {
            root.part("source-" + each).setHidden(!each.equals(kind));
        }
    }

    private void typed() {
        String after = typed.getValue();
        String keys = Typing.inserted(typedBefore, after);
        typedBefore = after;
        if (!keys.isEmpty()) {
            listener.type(Bytes.of(keys.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void readAddress() {
        WebLimit limit = WebLimit.parse(urlLimit.getValue());
        Dom.text(urlLimitError, limit.complaint());
        urlLimit.setAttribute("aria-invalid", limit.complaint().isEmpty() ? "false" : "true");
        if (limit.complaint().isEmpty()) {
            listener.readAddress(url.getValue().trim(), limit.bytes());
        } else {
            urlLimit.focus();
        }
    }
}
