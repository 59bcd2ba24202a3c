package microgpt.web.train;

import java.util.function.Consumer;
import microgpt.corpus.genre.Genre;
import microgpt.numeric.Nullable;
import microgpt.protocol.Limit;
import microgpt.protocol.Source;
import microgpt.web.dom.BlobReading;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Fields;
import microgpt.web.dom.FileInput;
import microgpt.web.dom.Panel;
import microgpt.web.shell.PasteField;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;
import org.teavm.jso.file.Blob;
import org.teavm.jso.file.File;

/** The fields that say which text to train on. */
final class TextFields {
    private static final int BYTES_PER_MB = 1_000_000;

    /** Where a text can be from; {@code part} ends the names of its button and of its fields. */
    private enum Kind {
        BUILTIN("builtin"),
        PASTE("paste"),
        FILE("file"),
        URL("url"),
        ROWS("rows"),
        ARTICLES("articles");

        private final String part;

        Kind(String part) {
            this.part = part;
        }

        private boolean isOnWeb() {
            return this == URL || this == ROWS || this == ARTICLES;
        }
    }

    private final Panel root;
    private final Consumer<File> onFile;
    private final HTMLSelectElement genre;
    private final HTMLInputElement bytes;
    private final PasteField paste;
    private final HTMLInputElement limit;
    private Kind kind = Kind.BUILTIN;
    private @Nullable File chosen;
    /** How many files have been chosen, and how often the pasted text was changed: each is another text. */
    private int files;

    private int pastes;

    /** {@code onChange} runs when another text is chosen, {@code onFile} when it is a file, which is there at once. */
    TextFields(Panel root, @Nullable BuiltinText begun, Runnable onChange, Consumer<File> onFile) {
        this.root = root;
        genre = root.as("text-genre");
        bytes = root.as("text-bytes");
        paste = new PasteField(root, "text-paste", () -> pastes++);
        limit = root.as("text-limit");
        this.onFile = onFile;
        for (Genre one : Genre.values()) {
            Dom.append(genre, "option", "", one.label()).setAttribute("value", one.label());
        }
        BuiltinText text = begun == null ? BuiltinText.DEFAULT : begun;
        genre.setValue(text.genre().label());
        bytes.setValue(Integer.toString(text.bytes()));
        genre.onEvent("change", event -> onChange.run());
        bytes.onEvent("change", event -> onChange.run());
        for (Kind each : Kind.values()) {
            root.part("text-is-" + each.part).onEvent("change", event -> {
                use(each);
                onChange.run();
            });
        }
        use(kind);
        new FileInput(root.as("text-file"), root.part("text-drop"), this::take);
    }

    private void use(Kind other) {
        kind = other;
        for (Kind each : Kind.values()) {
            root.part("text-of-" + each.part).setHidden(each != other);
        }
        root.part("text-limits").setHidden(!other.isOnWeb());
        root.part("text-load").setHidden(other == Kind.FILE);
    }

    private void take(File other) {
        chosen = other;
        files++;
        onFile.accept(other);
    }

    /** The built-in text that is chosen, null if it is another one. */
    @Nullable BuiltinText builtin() {
        return kind == Kind.BUILTIN ? written() : null;
    }

    private BuiltinText written() {
        int size = (int) Fields.number(bytes, BuiltinText.DEFAULT.bytes());
        return new BuiltinText(
                BuiltinText.genre(genre.getValue()), Math.max(BuiltinText.LEAST, Math.min(BuiltinText.MOST, size)));
    }

    /**
     * What the fields say.
     *
     * @throws IllegalArgumentException saying what is missing
     */
    TextChoice choice() {
        return switch (kind) {
            case BUILTIN -> onWorker(written().source());
            case PASTE -> pasted();
            case FILE -> ofFile();
            case URL -> onWorker(new Source.Url(filled("text-url", "the address of a text"), limitBytes()));
            case ROWS ->
                onWorker(new Source.HuggingFace(
                        filled("text-dataset", "the name of a data set"),
                        value("text-subset"),
                        value("text-split"),
                        value("text-column"),
                        limitBytes()));
            case ARTICLES ->
                onWorker(new Source.Wikipedia(
                        filled("text-language", "the code of a language, as en"),
                        filled("text-titles", "the title of at least one article"),
                        limitBytes()));
        };
    }

    private static TextChoice onWorker(Source source) {
        return new TextChoice(source.toString(), source, null);
    }

    private TextChoice pasted() {
        Blob text = paste.text();
        if (BlobReading.size(text) == 0) {
            throw new IllegalArgumentException("There is nothing to train on yet: paste a text into the field");
        }
        return own("pasted text", text, "paste " + pastes);
    }

    private TextChoice ofFile() {
        File of = chosen;
        if (of == null) {
            throw new IllegalArgumentException("There is nothing to train on yet: choose a file, or drop one");
        }
        return own(of.getName(), of, "file " + files);
    }

    private static TextChoice own(String name, Blob blob, String key) {
        long bytes = BlobReading.size(blob);
        if (bytes > Limit.TEXT.bytes()) {
            throw new IllegalArgumentException("“" + name + "” has " + Numbers.bytes(bytes)
                    + ", and a text to train on has " + Limit.TEXT.size()
                    + " at most: choose a smaller one, or a part of it");
        } else if (bytes == 0) {
            throw new IllegalArgumentException("“" + name + "” is empty, so there is nothing to learn from it");
        }
        return new TextChoice(key, new Source.Supplied(name), blob);
    }

    private String value(String id) {
        HTMLInputElement field = root.as(id); // a text area has a value as well
        return field.getValue().trim();
    }

    private String filled(String id, String what) {
        String value = value(id);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to load yet: give " + what);
        }
        return value;
    }

    private long limitBytes() {
        double wanted = Fields.number(limit, 1) * BYTES_PER_MB;
        return Math.max(1000, Math.min(Limit.TEXT.bytes(), Math.round(wanted)));
    }
}
