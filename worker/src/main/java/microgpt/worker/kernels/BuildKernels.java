package microgpt.worker.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes the kernel modules into folders: {@code BuildKernels FOLDER...}. */
public final class BuildKernels {
    private BuildKernels() {}

    public static void main(String[] args) throws IOException {
        for (Variant variant : Variant.values()) {
            String name = "kernels-" + variant.name().toLowerCase(Locale.ROOT) + ".wasm";
            byte[] module = KernelModule.bytes(variant);
            for (String folder : args) {
                Files.write(Files.createDirectories(Path.of(folder)).resolve(name), module);
            }
        }
    }
}
