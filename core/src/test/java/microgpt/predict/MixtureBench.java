package microgpt.predict;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Measures a mixture on a file: {@code MixtureBench FILE BYTES SIZE [MEGABYTES]}. Not a test. */
final class MixtureBench {
    private MixtureBench() {}

    public static void main(String[] args) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(args[0]));
        int count = Math.min(bytes.length, Integer.parseInt(args[1]));
        int megabytes = args.length > 3 ? Integer.parseInt(args[3]) : 64;
        MixtureConfig config = Size.valueOf(args[2]).config().megabytes(megabytes);
        Mixture mixture = new Mixture(config);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        double bits = 0;
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < count; i++) {
            bits += mixture.observe(bytes[i] & 0xff);
            if (Arrays.asList(10_000, 100_000, 300_000).contains(i + 1) && i + 1 < count) {
                line.append(String.format("%d: %.4f  ", i + 1, bits / (i + 1)));
            }
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        System.out.println(line
                + String.format(
                        "%d: %.4f  %.0f bytes per second of processor time", count, bits / count, count / seconds));
    }
}
