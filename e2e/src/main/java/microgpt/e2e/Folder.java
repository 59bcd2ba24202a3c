package microgpt.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The files below a folder; nothing outside it has a name, not even by a link. */
public final class Folder implements StaticSite.Contents {
    private final Path root;

    public Folder(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IllegalArgumentException("site " + root + " must be a directory: build it first");
        }
        this.root = root.toRealPath();
    }

    @Override
    public Optional<byte[]> find(String name) throws IOException {
        try {
            Path file = root.resolve(name);
            return Files.isRegularFile(file) && file.toRealPath().startsWith(root)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty(); // a name that no file can have here
        }
    }
}
