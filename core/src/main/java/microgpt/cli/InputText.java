package microgpt.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Corpus;
import microgpt.corpus.PhasePlan;

/** A text to measure on, what to call it, and whether it is only the beginning of one. */
final class InputText {
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final String name;
    private final byte[] bytes;
    private final boolean cut;

    private InputText(String name, byte[] bytes, boolean cut) {
        this.name = name;
        this.bytes = bytes;
        this.cut = cut;
    }

    /** At most the first {@code most} bytes of a file. */
    static InputText ofFile(String file, long most) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes((int) Math.min(MOST, most));
            return new InputText(nameOf(file), bytes, in.read() >= 0);
        } catch (NoSuchFileException e) {
            throw new UsageException("expected a file to read, found no " + file);
        }
    }

    /** At most the first {@code most} bytes of the stream that a phases file describes. */
    static InputText ofPlan(String file, long most) throws IOException {
        ByteStream stream;
        try {
            stream = Corpus.build(PhasePlan.parse(file, Files.readString(Path.of(file))));
        } catch (NoSuchFileException e) {
            throw new UsageException("--plan expects a phases file, found no " + file);
        }
        byte[] bytes = new byte[(int) Math.min(stream.size(), most)];
        stream.read(0, bytes, 0, bytes.length);
        return new InputText(nameOf(file), bytes, bytes.length < stream.size());
    }

    /** At most its first {@code count} bytes. */
    InputText first(int count) {
        return count < bytes.length ? new InputText(name, Arrays.copyOf(bytes, count), true) : this;
    }

    String name() {
        return name;
    }

    /** Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    boolean isCut() {
        return cut;
    }

    /** The last part of a path. */
    static String nameOf(String file) {
        Path last = Path.of(file).getFileName();
        return last == null ? file : last.toString();
    }
}
