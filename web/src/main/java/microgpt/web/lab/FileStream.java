package microgpt.web.lab;

import java.util.function.Consumer;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.web.dom.BlobReading;
import microgpt.web.shell.Commands;
import org.teavm.jso.file.Blob;

/** A file or a pasted text that becomes a stream, slice by slice. */
final class FileStream implements StreamChoice {
    private final Blob blob;
    private final String name;
    private final Consumer<String> onFailure;
    private final BlobReading reading = new BlobReading();

    /** {@code onFailure} is told why the file could not be read on. */
    FileStream(Blob blob, String name, Consumer<String> onFailure) {
        this.blob = blob;
        this.name = name;
        this.onFailure = onFailure;
    }

    @Override
    public Source source() {
        return new Source.Supplied(name);
    }

    @Override
    public void feed(int run, Commands<LabCommand> commands) {
        reading.begin(
                blob, (piece, last) -> commands.send(new LabCommand.Append(run, Bytes.of(piece), last)), onFailure);
    }

    @Override
    public void goOn() {
        reading.next();
    }

    @Override
    public void stop() {
        reading.stop();
    }

    @Override
    public void cancel(int run, Commands<LabCommand> commands) {
        stop();
        commands.send(new LabCommand.Append(run, Bytes.EMPTY, true));
    }
}
