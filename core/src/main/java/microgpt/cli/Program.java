package microgpt.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;

/**
 * A compressor that others wrote, as far as it is installed.
 *
 * @param commands the names that it goes by
 * @param arguments how it is asked to write the file {@code text} in fewer bytes
 * @param result how the names of the files begin that it then has written; {@link #PRINTED} is what it prints
 * @param versionArguments how it is asked for a first line that says which version it is
 */
record Program(
        String name, List<String> commands, List<String> arguments, String result, List<String> versionArguments) {
    private static final String PRINTED = "printed";
    private static final String PACKED = "packed";

    static final List<Program> ALL = List.of(
            new Program("gzip -9", List.of("gzip"), List.of("-9", "-n", "-c", "text"), PRINTED, List.of("--version")),
            new Program("bzip2 -9", List.of("bzip2"), List.of("-9", "-c", "text"), PRINTED, List.of("--version")),
            new Program("xz -9e", List.of("xz"), List.of("-9e", "-c", "text"), PRINTED, List.of("--version")),
            new Program(
                    "7z PPMd",
                    List.of("7z", "7zz", "7za"),
                    List.of("a", "-m0=PPMd", "-bso0", "packed.7z", "text"),
                    PACKED,
                    List.of()),
            new Program("zpaq -m5", List.of("zpaq"), List.of("add", "packed.zpaq", "text", "-m5"), PACKED, List.of()),
            new Program("paq8px -8", List.of("paq8px"), List.of("-8", "text", PACKED), PACKED, List.of()));

    private static final int LONGEST_VERSION = 100;

    /** It, with {@code folders} as the places where programs are. */
    Contender in(List<Path> folders) {
        @Nullable Path file = find(folders);
        return file == null ? new Absent(name) : new Installed(this, file);
    }

    /** The folders of the PATH. */
    static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : List.of(path.split(File.pathSeparator, -1))) {
            if (!folder.isEmpty()) {
                folders.add(Path.of(folder));
            }
        }
        return folders;
    }

    private @Nullable Path find(List<Path> folders) {
        for (Path folder : folders) {
            for (String command : commands) {
                for (String ending : List.of("", ".exe")) {
                    Path file = folder.resolve(command + ending);
                    if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                        return file;
                    }
                }
            }
        }
        return null;
    }

    private record Absent(String name) implements Contender {
        @Override
        public Measured measure(byte[] text) {
            return Measured.none("not installed");
        }
    }

    private record Installed(Program program, Path file) implements Contender {
        @Override
        public String name() {
            return program.name();
        }

        @Override
        public Measured measure(byte[] text) throws IOException {
            Path folder = Files.createTempDirectory("microgpt");
            try {
                Files.write(folder.resolve("text"), text);
                Process process = start(program.arguments(), folder, Redirect.to(new File(folder.toFile(), PRINTED)));
                process.getOutputStream().close();
                long bytes = ended(process) == 0 ? size(folder, program.result()) : 0;
                return bytes > 0 ? Measured.of(8.0 * bytes / text.length, Measured.UNKNOWN) : Measured.none("failed");
            } finally {
                delete(folder);
            }
        }

        @Override
        public String note() throws IOException {
            Path folder = Files.createTempDirectory("microgpt");
            try {
                Process process = start(program.versionArguments(), folder, Redirect.PIPE);
                process.getOutputStream().close();
                try (InputStream printed = process.getInputStream()) {
                    String text = new String(printed.readAllBytes(), StandardCharsets.UTF_8);
                    ended(process);
                    String version = text.lines()
                            .filter(line -> !line.isBlank())
                            .findFirst()
                            .orElse("it does not say its version");
                    return program.name() + ": "
                            + version.strip()
                                    .substring(
                                            0,
                                            Math.min(
                                                    LONGEST_VERSION,
                                                    version.strip().length()));
                }
            } finally {
                delete(folder);
            }
        }

        private Process start(List<String> arguments, Path folder, Redirect out) throws IOException {
            List<String> line = new ArrayList<>(List.of(file.toString()));
            line.addAll(arguments);
            ProcessBuilder builder =
                    new ProcessBuilder(line).directory(folder.toFile()).redirectOutput(out);
            if (out.equals(Redirect.PIPE)) {
                builder.redirectErrorStream(true);
            } else {
                builder.redirectError(Redirect.DISCARD);
            }
            return builder.start();
        }
    }

    private static int ended(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another program was at work", e);
        }
    }

    /** Bytes of all files in a folder whose names begin like that. */
    private static long size(Path folder, String beginning) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, beginning + "*")) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
