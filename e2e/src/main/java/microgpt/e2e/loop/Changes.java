package microgpt.e2e.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was written, made or deleted below some folders since the last look. It compares times: the JDK's own watcher
 * looks every ten seconds on macOS.
 */
final class Changes {
    private final List<Path> folders;
    private Map<Path, FileTime> known;

    Changes(List<Path> folders) throws IOException {
        this.folders = folders;
        known = look();
    }

    Set<Path> sinceLastLook() throws IOException {
        Map<Path, FileTime> now = look();
        Set<Path> changed = new HashSet<>();
        now.forEach((file, time) -> {
            if (!time.equals(known.get(file))) {
                changed.add(file);
            }
        });
        known.keySet().stream().filter(file -> !now.containsKey(file)).forEach(changed::add);
        known = now;
        return changed;
    }

    private Map<Path, FileTime> look() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    times.put(file, Files.getLastModifiedTime(file));
                }
            } catch (NoSuchFileException | UncheckedIOException e) {
                // an editor replaces a file while we look: the next look finds it
                known().forEach((file, time) -> {
                    if (file.startsWith(folder)) {
                        times.putIfAbsent(file, time);
                    }
                });
            }
        }
        return times;
    }

    private Map<Path, FileTime> known() {
        return Objects.requireNonNullElse(known, Map.of());
    }
}
