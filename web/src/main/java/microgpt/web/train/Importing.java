package microgpt.web.train;

import java.util.function.Consumer;
import microgpt.protocol.Bytes;
import microgpt.protocol.train.TrainCommand;
import microgpt.web.dom.Browser;
import org.teavm.jso.file.File;

/** A file on its way to the worker, slice by slice: however large it is, neither page nor worker waits for it. */
final class Importing {
    private static final int SLICE_BYTES = 1 << 20;
    private static final double MOST_BYTES = 1 << 30;

    private final File file;
    private final Consumer<TrainCommand> commands;
    private final Consumer<String> onTrouble;

    /** {@code onTrouble} is told why the file cannot be read. */
    Importing(File file, Consumer<TrainCommand> commands, Consumer<String> onTrouble) {
        this.file = file;
        this.commands = commands;
        this.onTrouble = onTrouble;
    }

    void begin() {
        if (file.getSize() > MOST_BYTES) {
            onTrouble.accept(file.getName() + ": larger than a gigabyte");
        } else {
            send(0);
        }
    }

    private void send(int from) {
        int end = (int) Math.min(file.getSize(), (double) from + SLICE_BYTES);
        Browser.readBytes(
                file.slice(from, end),
                bytes -> {
                    boolean last = end >= file.getSize();
                    commands.accept(
                            new TrainCommand.ImportFile(file.getName(), Bytes.of(bytes.copyToJavaArray()), last));
                    if (!last) {
                        send(end);
                    }
                },
                reason -> onTrouble.accept(file.getName() + ": " + reason));
    }
}
