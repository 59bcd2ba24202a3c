package microgpt.web.dom;

import java.util.function.Consumer;
import microgpt.numeric.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.file.File;

/** Where files come in: a field to choose one with, and a place to drop one on. */
public final class FileInput {
    /** {@code onFile} is given each file; the same one may be chosen again. All of {@code drop} takes files that are dropped. */
    public FileInput(HTMLInputElement field, HTMLElement drop, Consumer<File> onFile) {
        field.onEvent("change", event -> {
            if (field.getFiles().getLength() > 0) {
                onFile.accept(field.getFiles().item(0));
                field.setValue("");
            }
        });
        drop.onEvent("dragover", event -> {
            if (bringsFiles(event)) {
                event.preventDefault();
                drop.getClassList().add("over");
            }
        });
        drop.onEvent("dragleave", event -> {
            if (leaves(event, drop)) {
                drop.getClassList().remove("over");
            }
        });
        drop.onEvent("drop", event -> {
            drop.getClassList().remove("over");
            if (bringsFiles(event)) {
                event.preventDefault();
                File dropped = droppedFile(event);
                if (dropped != null) {
                    onFile.accept(dropped);
                }
            }
        });
    }

    /** Not so where text is dragged, which a field may take. */
    @JSBody(params = "event", script = "return !!event.dataTransfer && event.dataTransfer.types.includes('Files');")
    private static native boolean bringsFiles(Event event);

    /** Not so where it goes on over a part of the same place. */
    @JSBody(
            params = {"event", "place"},
            script = "return !place.contains(event.relatedTarget);")
    private static native boolean leaves(Event event, HTMLElement place);

    /** The first file that was dropped, null if something else was. */
    @JSBody(params = "event", script = "return event.dataTransfer && event.dataTransfer.files[0] || null;")
    private static native @Nullable File droppedFile(Event event);
}
