package microgpt.web.race;

import java.util.function.Consumer;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabCommand;
import microgpt.web.dom.BlobReading;
import microgpt.web.shell.Commands;
import org.teavm.jso.file.Blob;

/** A text of the reader's own on its way to one contender, slice by slice. */
final class OwnText {
    private final BlobReading reading = new BlobReading();

    /** Begins to send it to a run; {@code onFailure} is told why it could not be read on. */
    void feed(Blob text, int run, Commands<LabCommand> commands, Consumer<String> onFailure) {
        reading.begin(
                text, (piece, last) -> commands.send(new LabCommand.Append(run, Bytes.of(piece), last)), onFailure);
    }

    /** The worker has room for the next piece. */
    void goOn() {
        reading.next();
    }

    /** Sends no more. */
    void stop() {
        reading.stop();
    }
}
