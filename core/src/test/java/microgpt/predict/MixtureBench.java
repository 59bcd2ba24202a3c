package microgpt.predict;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import microgpt.numeric.Snapshot;

/**
 * Measures a mixture on a file: {@code MixtureBench FILE BYTES SIZE MEGABYTES [DUMP]}, beside the transformer that {@link
 * TransformerDump} wrote down if there is one. Not a test.
 */
final class MixtureBench {
    private static final List<Integer> STOPS = List.of(10_000, 100_000, 300_000);

    private MixtureBench() {}

    public static void main(String[] args) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(args[0]));
        int count = Math.min(bytes.length, Integer.parseInt(args[1]));
        MixtureConfig config =
                Size.valueOf(args[2].toUpperCase(Locale.ROOT)).config().megabytes(Integer.parseInt(args[3]));
        Mixture mixture = new Mixture(config, args.length > 4 ? List.of(new Dumped(Path.of(args[4]))) : List.of());
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        double bits = 0;
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < count; i++) {
            bits += mixture.observe(bytes[i] & 0xff);
            if (STOPS.contains(i + 1) && i + 1 < count) {
                line.append(String.format("%d: %.4f  ", i + 1, bits / (i + 1)));
            }
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        System.out.println(line
                + String.format(
                        "%d: %.4f  %.0f bytes per second of processor time", count, bits / count, count / seconds));
    }

    /** Repeats what was written down. */
    private static final class Dumped implements Expert {
        private final DataInputStream in;
        private final float[] row = new float[256];
        private final ByteBuffer buffer = ByteBuffer.allocate(4 * 256).order(ByteOrder.LITTLE_ENDIAN);

        Dumped(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20));
            read();
        }

        private void read() throws IOException {
            if (in.available() > 0) {
                in.readFully(buffer.array());
                buffer.asFloatBuffer().get(row);
            }
        }

        @Override
        public void peek(float[] probs) {
            System.arraycopy(row, 0, probs, 0, 256);
        }

        @Override
        public double observe(int next) {
            double bits = Chance.bits(row[next]);
            try {
                read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bits;
        }

        @Override
        public void save(Snapshot into) {
            throw new UnsupportedOperationException("what was written down is not saved");
        }

        @Override
        public void restore(Snapshot from) {
            throw new UnsupportedOperationException("what was written down is not saved");
        }
    }
}
