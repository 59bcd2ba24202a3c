package microgpt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.names.NamesConfig;
import microgpt.names.NamesConfig.Arithmetic;
import microgpt.names.NamesConfig.Dialect;
import microgpt.names.NamesConfig.Learning;
import microgpt.names.NamesConfig.Shape;

/** The bytes of a saved {@link MicroGpt}, big-endian: a mark, the configuration, the texts, losses, weights and draws. */
final class ModelFile {
    /** "mGN" and the version. */
    private static final int MARK = 0x6d474e01;

    private ModelFile() {}

    static byte[] write(MicroGpt gpt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            write(out, gpt.config());
            write(out, gpt.asRead());
            write(out, gpt.texts());
            write(out, gpt.losses());
            write(out, gpt.model().state());
            long[] draws = gpt.draws().state();
            out.writeInt(draws.length);
            for (long word : draws) {
                out.writeLong(word);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, NamesConfig config) throws IOException {
        out.writeLong(config.seed());
        out.writeBoolean(config.dialect() == Dialect.PYTHON);
        out.writeBoolean(config.arithmetic() == Arithmetic.SCALAR);
        Shape shape = config.shape();
        out.writeInt(shape.nLayers());
        out.writeInt(shape.nHeads());
        out.writeInt(shape.dModel());
        out.writeInt(shape.contextLength());
        Learning learning = config.learning();
        out.writeDouble(learning.learningRate());
        out.writeDouble(learning.beta1());
        out.writeDouble(learning.beta2());
        out.writeDouble(learning.epsilon());
        out.writeInt(learning.steps());
        out.writeInt(learning.batch());
    }

    private static void write(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        }
    }

    private static void write(DataOutputStream out, double... numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    static MicroGpt read(Backend machine, byte... saved) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved))) {
            if (saved.length < Integer.BYTES || in.readInt() != MARK) {
                throw new IllegalArgumentException("these " + saved.length + " bytes are no saved MicroGpt");
            }
            return readGpt(machine, in);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the saved MicroGpt of " + saved.length + " bytes is cut short or damaged"
                            + (e.getMessage() == null ? "" : ": " + e.getMessage()),
                    e);
        }
    }

    private static MicroGpt readGpt(Backend machine, DataInputStream in) throws IOException {
        MicroGpt gpt = new MicroGpt(readConfig(in), machine);
        List<String> asRead = readTexts(in);
        List<String> order = readTexts(in);
        checkOrder(asRead, order);
        double[] losses = readNumbers(in);
        for (double loss : losses) {
            if (!Double.isFinite(loss)) {
                throw new IOException("a loss of " + loss);
            }
        }
        double[] state = readNumbers(in);
        long[] draws = new long[length(in, Long.BYTES)];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = in.readLong();
        }
        if (in.available() > 0) {
            throw new IOException(in.available() + " bytes after its end");
        }
        try {
            gpt.restore(asRead, order, losses, state, draws);
            return gpt;
        } catch (RuntimeException | OutOfMemoryError e) {
            gpt.release();
            throw e;
        }
    }

    /** The texts in the order in which they are learned must be those that were read. */
    private static void checkOrder(List<String> asRead, List<String> order) throws IOException {
        List<String> sorted = new ArrayList<>(order);
        List<String> expected = new ArrayList<>(asRead);
        Collections.sort(sorted);
        Collections.sort(expected);
        if (expected.isEmpty() || expected.get(0).isEmpty() || !sorted.equals(expected)) {
            throw new IOException(
                    "its " + order.size() + " texts to learn are not the " + asRead.size() + " it has read");
        }
    }

    private static NamesConfig readConfig(DataInputStream in) throws IOException {
        return new NamesConfig(
                in.readLong(),
                readFlag(in) ? Dialect.PYTHON : Dialect.MICROGPTJS,
                readFlag(in) ? Arithmetic.SCALAR : Arithmetic.FLOAT32,
                new Shape(in.readInt(), in.readInt(), in.readInt(), in.readInt()),
                new Learning(
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readInt(),
                        in.readInt()));
    }

    private static boolean readFlag(DataInputStream in) throws IOException {
        int flag = in.readUnsignedByte();
        if (flag > 1) {
            throw new IOException("a flag of " + flag);
        }
        return flag == 1;
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        int count = length(in, Integer.BYTES);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] utf8 = new byte[length(in, 1)];
            in.readFully(utf8);
            texts.add(new String(utf8, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static double[] readNumbers(DataInputStream in) throws IOException {
        double[] numbers = new double[length(in, Double.BYTES)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }

    /** A count that the bytes left can hold. */
    private static int length(DataInputStream in, int bytesEach) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available() / bytesEach) {
            throw new IOException("a count of " + count + " with " + in.available() + " bytes left");
        }
        return count;
    }
}
