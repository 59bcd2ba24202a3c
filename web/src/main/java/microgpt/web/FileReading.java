package microgpt.web;

import java.util.function.Consumer;
import microgpt.protocol.Bytes;
import microgpt.protocol.Command;
import microgpt.protocol.Source;
import microgpt.web.dom.Browser;
import org.teavm.jso.file.Blob;

/** A file or a pasted text, read slice by slice: however large it is, neither page nor worker waits for it. */
final class FileReading implements Reading {
    private static final int SLICE_BYTES = 256 * 1024;

    private final Blob blob;
    private final String name;
    private final Consumer<String> onFailure;
    private int generation;

    /** {@code onFailure} is told why the file could not be read on. */
    FileReading(Blob blob, String name, Consumer<String> onFailure) {
        this.blob = blob;
        this.name = name;
        this.onFailure = onFailure;
    }

    @Override
    public Source source() {
        return new Source.Supplied(name);
    }

    @Override
    public void feed(Consumer<Command> commands) {
        generation++;
        send(commands, 0, generation);
    }

    @Override
    public void stop() {
        generation++;
    }

    private void send(Consumer<Command> commands, int from, int mine) {
        int end = (int) Math.min(blob.getSize(), (long) from + SLICE_BYTES);
        Browser.readBytes(
                blob.slice(from, end),
                bytes -> {
                    if (mine == generation) {
                        boolean last = end >= blob.getSize();
                        commands.accept(new Command.Append(Bytes.of(bytes.copyToJavaArray()), last));
                        if (!last) {
                            send(commands, end, mine);
                        }
                    }
                },
                onFailure::accept);
    }
}
