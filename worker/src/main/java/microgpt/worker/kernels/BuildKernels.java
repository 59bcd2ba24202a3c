package microgpt.worker.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes the kernel modules into the site: {@code BuildKernels SITE}. */
public final class BuildKernels {
    private BuildKernels() {}

    public static void main(String[] args) throws IOException {
        Path site = Files.createDirectories(Path.of(args[0]));
        for (Variant variant : Variant.values()) {
            String name = "kernels-" + variant.name().toLowerCase(Locale.ROOT) + ".wasm";
            Files.write(site.resolve(name), KernelModule.bytes(variant));
        }
    }
}
