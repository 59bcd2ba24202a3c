package microgpt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import microgpt.checkpoint.Checkpoint;
import microgpt.checkpoint.TinyGptFile;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.ParallelRanges;
import microgpt.corpus.ByteStream;

/** What commands read that use a saved model. */
final class Models {
    private Models() {}

    static byte[] bytes(String file) throws IOException {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new UsageException("expected a file to read, found no " + file);
        }
    }

    /** The machine: as many threads as {@code --threads} says, or as there are processors. */
    static Backend backend(Arguments arguments) {
        long threads = arguments.count("--threads", Runtime.getRuntime().availableProcessors());
        return JavaBackend.sharing(threads == 1 ? ParallelRanges.ALONE : new Threads((int) Math.min(threads, 64)));
    }

    /** A run, a model, or a file of TinyGPT. */
    static Checkpoint checkpoint(String file) throws IOException {
        byte[] bytes = bytes(file);
        if (!TinyGptFile.isOne(bytes)) {
            return Checkpoint.read(file, bytes);
        }
        TinyGptFile foreign = TinyGptFile.read(file, bytes);
        return Checkpoint.read(file, Checkpoint.ofWeights(foreign.recipe(), foreign.weights(JavaBackend.alone())));
    }

    static ByteStream text(String file) throws IOException {
        return ByteStream.of(file, bytes(file));
    }

    /** Refuses a model for which Java has no memory, before it tries. */
    static void checkMemory(long needed) {
        long most = Runtime.getRuntime().maxMemory();
        if (needed > most) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "this model needs %.1f GB of memory to train, and Java may use %.1f GB: start it with java -Xmx%dg",
                    needed / 1e9,
                    most / 1e9,
                    needed / (1 << 30) + 2));
        }
    }
}
