package microgpt.web.shell;

import microgpt.numeric.Nullable;
import microgpt.web.dom.BlobReading;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.LongText;
import microgpt.web.dom.Panel;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;
import org.teavm.jso.file.Blob;

/**
 * A field to paste a text into. A long one never gets there: a browser takes seconds to lay ten megabytes out, so it is held
 * as it is, and the page says what it is.
 */
public final class PasteField {
    /** A good thirty pages. */
    private static final int MOST_SHOWN_UNITS = 100_000;

    private static final int BEGINNING_UNITS = 60;

    private final HTMLElement box;
    private final HTMLTextAreaElement field;
    private final HTMLElement holding;
    private final HTMLElement note;
    private final HTMLElement clear;
    private final Runnable onChange;
    private @Nullable LongText held;

    /** {@code name} begins the names of its parts. {@code onChange} runs whenever it holds another text. */
    public PasteField(Panel root, String name, Runnable onChange) {
        box = root.part(name + "-box");
        field = root.as(name);
        holding = root.part(name + "-held");
        note = root.part(name + "-held-text");
        clear = root.part(name + "-clear");
        this.onChange = onChange;
        field.onInput(event -> onChange.run());
        clear.onClick(event -> {
            hold(null);
            field.focus();
        });
        LongText.divert(field, MOST_SHOWN_UNITS, this::take);
    }

    /** The text in UTF-8. */
    public Blob text() {
        LongText present = held;
        return present == null ? Browser.textOf(field) : present.blob();
    }

    private void take(LongText text) {
        hold(text);
        clear.focus(); // the field that had it is gone
        Dom.text(note, "Taking your text in …");
        text.prepare(() -> {
            if (held == text) {
                Dom.text(
                        note,
                        "Your text of " + Numbers.bytes(BlobReading.size(text.blob()))
                                + " is here; it is too long to be shown. It begins: “"
                                + text.beginning(BEGINNING_UNITS).trim() + "…”");
            }
        });
    }

    private void hold(@Nullable LongText text) {
        held = text;
        field.setValue("");
        box.setHidden(text != null);
        holding.setHidden(text == null);
        onChange.run();
    }
}
