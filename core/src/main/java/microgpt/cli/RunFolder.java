package microgpt.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import microgpt.checkpoint.BadFileException;
import microgpt.checkpoint.Checkpoint;
import microgpt.numeric.Nullable;

/**
 * Where a run keeps its files: two generations of itself, its best model, its losses, and the text that it took along. A
 * file is written aside and then moved, so whenever the program dies a whole one is there.
 */
final class RunFolder {
    static final String RUN = "run.safetensors";
    static final String PREVIOUS = "run.previous.safetensors";
    static final String BEST = "model.best.safetensors";
    static final String LOSSES = "losses.csv";
    static final String TEXT = "text";

    private final Path folder;
    /** The generation that was loaded, or saved last: it is whole. */
    private String whole = RUN;

    RunFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    boolean hasRun() {
        return Files.exists(folder.resolve(RUN)) || Files.exists(folder.resolve(PREVIOUS));
    }

    boolean hasText() {
        return Files.exists(folder.resolve(TEXT));
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    /** Makes {@code bytes} the newest generation, and the one that was loaded, or saved last, the previous one. */
    void saveRun(byte[] bytes) throws IOException {
        Path aside = writeAside(RUN, bytes);
        Path newest = folder.resolve(RUN);
        if (whole.equals(RUN) && Files.exists(newest)) { // else it is torn, and must not take the place of a whole one
            Files.move(newest, folder.resolve(PREVIOUS), StandardCopyOption.ATOMIC_MOVE);
            whole = PREVIOUS;
        }
        Files.move(aside, newest, StandardCopyOption.ATOMIC_MOVE);
        whole = RUN;
    }

    void save(String name, byte[] bytes) throws IOException {
        Files.move(writeAside(name, bytes), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path writeAside(String name, byte[] bytes) throws IOException {
        Path aside = folder.resolve(name + ".part");
        try (FileChannel channel = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        return aside;
    }

    /** The newest generation, or if that cannot be read the previous one, with a word about it on {@code console}. */
    Checkpoint load(Console console) throws IOException {
        BadFileException trouble = null;
        for (String name : new String[] {RUN, PREVIOUS}) {
            Path path = folder.resolve(name);
            if (!Files.exists(path)) {
                continue;
            }
            try {
                Checkpoint read = Checkpoint.read(path.toString(), Files.readAllBytes(path));
                whole = name;
                return read;
            } catch (BadFileException e) {
                console.err().println(e.getMessage());
                trouble = e;
            }
        }
        throw complaint(trouble);
    }

    private UsageException complaint(@Nullable BadFileException trouble) {
        return new UsageException(
                trouble == null
                        ? "expected a run in " + folder + ", found none"
                        : "no generation of the run in " + folder + " can be read");
    }
}
