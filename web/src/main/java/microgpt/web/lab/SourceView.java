package microgpt.web.lab;

import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.FileInput;
import microgpt.web.text.Catalogue;
import microgpt.web.text.Numbers;
import microgpt.web.text.Typing;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;
import org.teavm.jso.file.File;

/** Where the reader chooses what is read: a plan, a text, a file, the keyboard, an address. */
public final class SourceView {
    private static final String[] KINDS = {"plan", "paste", "file", "typed", "url"};
    private static final int BYTES_PER_MB = 1_000_000;

    /** What the reader chooses here. */
    public interface Listener {
        void readPlan(String name);

        void readText(String text);

        void readFile(File file);

        void beginTyping();

        void type(Bytes keys);

        void readAddress(String address, long limit);

        void cancelLoading();
    }

    private final Listener listener;
    private final HTMLSelectElement plan = Dom.as("plan");
    private final HTMLTextAreaElement paste = Dom.as("paste");
    private final HTMLElement typedBox = Dom.byId("typed-box");
    private final HTMLTextAreaElement typed = Dom.as("typed");
    private final HTMLInputElement url = Dom.as("url");
    private final HTMLInputElement urlLimit = Dom.as("url-limit");
    private final HTMLElement loading = Dom.byId("loading");
    private final HTMLElement loadingBar = Dom.byId("loading-bar");
    private final HTMLElement loadingText = Dom.byId("loading-text");
    private String typedBefore = "";

    public SourceView(List<Catalogue.Choice> plans, Listener listener) {
        this.listener = listener;
        for (Catalogue.Choice choice : plans) {
            Dom.append(plan, "option", "", choice.label()).setAttribute("value", choice.name());
        }
        for (String kind : KINDS) {
            HTMLInputElement radio =
                    (HTMLInputElement) Dom.byId("source-panel").querySelector("input[value='" + kind + "']");
            radio.onEvent("change", event -> choose(kind));
        }
        Dom.byId("plan-read").onClick(event -> listener.readPlan(plan.getValue()));
        Dom.byId("paste-read").onClick(event -> listener.readText(paste.getValue()));
        Dom.byId("typed-begin").onClick(event -> listener.beginTyping());
        Dom.byId("url-read")
                .onClick(event -> listener.readAddress(url.getValue().trim(), limit()));
        Dom.byId("loading-cancel").onClick(event -> listener.cancelLoading());
        typed.onInput(event -> typed());
        new FileInput("file", "drop", listener::readFile);
    }

    /** Shows which plan is read. */
    public void planIs(String name) {
        plan.setValue(name);
    }

    public void show(LabReport.Started report) {
        loading.setHidden(true);
    }

    /** Whether the new stream is the keyboard: its field stands below the painted text. */
    public void typing(boolean begins) {
        typedBox.setHidden(!begins);
        typed.setDisabled(!begins);
        typed.setValue("");
        typedBefore = "";
        if (begins) {
            typed.focus();
        }
    }

    public void show(LabReport.Loading report) {
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
            Dom.byId("source-" + each).setHidden(!each.equals(kind));
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

    private long limit() {
        try {
            return Math.max(1, Math.round(Double.parseDouble(urlLimit.getValue()) * BYTES_PER_MB));
        } catch (NumberFormatException e) {
            return BYTES_PER_MB;
        }
    }
}
