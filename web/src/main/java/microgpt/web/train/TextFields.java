package microgpt.web.train;

import java.util.function.Consumer;
import microgpt.corpus.genre.Genre;
import microgpt.numeric.Nullable;
import microgpt.protocol.Source;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Fields;
import microgpt.web.dom.FileInput;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;
import org.teavm.jso.file.Blob;
import org.teavm.jso.file.File;

/** The fields that say which text to train on. */
final class TextFields {
    private static final String[] KINDS = {"builtin", "paste", "file", "url", "rows", "articles"};
    private static final long MOST_BYTES = 10L << 20;
    private static final int BYTES_PER_MB = 1_000_000;

    private final Consumer<File> onFile;
    private final HTMLSelectElement genre = Dom.as("text-genre");
    private final HTMLInputElement bytes = Dom.as("text-bytes");
    private final HTMLTextAreaElement paste = Dom.as("text-paste");
    private final HTMLInputElement limit = Dom.as("text-limit");
    private String kind = KINDS[0];
    private @Nullable File chosen;
    private int files;

    /** {@code onChange} runs when another text is chosen, {@code onFile} when it is a file, which is there at once. */
    TextFields(@Nullable BuiltinText begun, Runnable onChange, Consumer<File> onFile) {
        this.onFile = onFile;
        for (Genre one : Genre.values()) {
            Dom.append(genre, "option", "", one.label()).setAttribute("value", one.label());
        }
        BuiltinText text = begun == null ? BuiltinText.DEFAULT : begun;
        genre.setValue(text.genre().label());
        bytes.setValue(Integer.toString(text.bytes()));
        genre.onEvent("change", event -> onChange.run());
        bytes.onEvent("change", event -> onChange.run());
        for (String each : KINDS) {
            Dom.byId("text-is-" + each).onEvent("change", event -> {
                use(each);
                onChange.run();
            });
        }
        use(kind);
        new FileInput("text-file", "text-drop", this::take);
    }

    private void use(String other) {
        kind = other;
        for (String each : KINDS) {
            Dom.byId("text-of-" + each).setHidden(!each.equals(other));
        }
        Dom.byId("text-limits").setHidden(!isOnWeb());
        Dom.byId("text-load").setHidden(other.equals("file"));
    }

    private boolean isOnWeb() {
        return kind.equals("url") || kind.equals("rows") || kind.equals("articles");
    }

    private void take(File other) {
        chosen = other;
        files++;
        onFile.accept(other);
    }

    /** The built-in text that is chosen, null if it is another one. */
    @Nullable BuiltinText builtin() {
        if (!kind.equals(KINDS[0])) {
            return null;
        }
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
        BuiltinText builtin = builtin();
        if (builtin != null) {
            return onWorker(builtin.source());
        }
        return switch (kind) {
            case "paste" -> pasted();
            case "file" -> ofFile();
            case "url" -> onWorker(new Source.Url(filled("text-url", "the address of a text"), limitBytes()));
            case "rows" ->
                onWorker(new Source.HuggingFace(
                        filled("text-dataset", "the name of a data set"),
                        value("text-subset"),
                        value("text-split"),
                        value("text-column"),
                        limitBytes()));
            default ->
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
        String text = paste.getValue();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to train on yet: paste a text into the field");
        }
        return own("pasted text", Browser.blob(text), "paste " + text);
    }

    private TextChoice ofFile() {
        File of = chosen;
        if (of == null) {
            throw new IllegalArgumentException("There is nothing to train on yet: choose a file, or drop one");
        }
        return own(of.getName(), of, "file " + files);
    }

    private static TextChoice own(String name, Blob blob, String key) {
        if (blob.getSize() > MOST_BYTES) {
            throw new IllegalArgumentException("“" + name + "” has " + Numbers.bytes((long) blob.getSize())
                    + ", and a text to train on has 10 MiB at most: choose a smaller one, or a part of it");
        } else if (blob.getSize() == 0) {
            throw new IllegalArgumentException("“" + name + "” is empty, so there is nothing to learn from it");
        }
        return new TextChoice(key, new Source.Supplied(name), blob);
    }

    private static String value(String id) {
        HTMLInputElement field = Dom.as(id); // a text area has a value as well
        return field.getValue().trim();
    }

    private static String filled(String id, String what) {
        String value = value(id);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to load yet: give " + what);
        }
        return value;
    }

    private long limitBytes() {
        double wanted = Fields.number(limit, 1) * BYTES_PER_MB;
        return Math.max(1000, Math.min(MOST_BYTES, Math.round(wanted)));
    }
}
