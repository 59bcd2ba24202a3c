package microgpt.web.train;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import microgpt.protocol.Bytes;
import microgpt.protocol.train.TrainCommand;
import microgpt.web.dom.Browser;
import org.teavm.jso.file.File;

/** A file on its way to the worker, slice by slice: however large it is, neither page nor worker waits for it. */
final class Importing {
    private static final int SLICE_BYTES = 1 << 20;
    private static final double MOST_BYTES = 1 << 30;

    private final File file;
    private final ToIntFunction<TrainCommand> commands;
    private final Consumer<String> onTrouble;
    private final Set<Integer> numbers = new HashSet<>();

    /** {@code onTrouble} is told why the file cannot be read. */
    Importing(File file, ToIntFunction<TrainCommand> commands, Consumer<String> onTrouble) {
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

    /** Whether the command of that number brought a piece of it. */
    boolean sent(int command) {
        return numbers.contains(command);
    }

    private void send(int from) {
        int end = (int) Math.min(file.getSize(), (double) from + SLICE_BYTES);
        Browser.readBytes(
                file.slice(from, end),
                bytes -> {
                    boolean last = end >= file.getSize();
                    numbers.add(commands.applyAsInt(
                            new TrainCommand.ImportFile(file.getName(), Bytes.of(bytes.copyToJavaArray()), last)));
                    if (!last) {
                        send(end);
                    }
                },
                reason -> onTrouble.accept(file.getName() + ": " + reason));
    }
}
