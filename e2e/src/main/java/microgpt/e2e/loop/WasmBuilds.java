package microgpt.e2e.loop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The WebAssembly that pages ask for, made when it is first asked for: only the page that is worked on costs time. */
final class WasmBuilds {
    private final JavaModules java;
    private final Path folder;
    private final Map<String, Pom.WasmModule> modules = new HashMap<>();
    private final Map<String, CompletableFuture<byte[]>> builds = new HashMap<>();
    private final TreeSet<String> asked = new TreeSet<>();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), WasmBuilds::daemon);

    /** Compiles into files below {@code folder}. */
    WasmBuilds(JavaModules java, List<Pom.WasmModule> modules, Path folder) {
        this.java = java;
        this.folder = folder;
        modules.forEach(module -> this.modules.put(module.file(), module));
    }

    boolean has(String file) {
        return modules.containsKey(file);
    }

    /** The newest build of a file; waits for it. */
    byte[] get(String file) throws BuildException {
        CompletableFuture<byte[]> build;
        synchronized (this) {
            asked.add(file);
            build = build(file);
        }
        return await(build);
    }

    /** Makes anew what pages have asked for since the last time and what these modules of Java are part of; returns its names. */
    List<String> renew(List<String> changed) throws BuildException {
        List<String> names = new ArrayList<>();
        List<CompletableFuture<byte[]>> renewed = new ArrayList<>();
        synchronized (this) {
            modules.values().stream()
                    .filter(module -> changed.contains(module.module()))
                    .forEach(module -> builds.remove(module.file()));
            asked.stream().filter(file -> !builds.containsKey(file)).forEach(names::add);
            names.forEach(file -> renewed.add(build(file)));
        }
        for (CompletableFuture<byte[]> build : renewed) {
            await(build);
        }
        synchronized (this) {
            asked.clear(); // a page that is open asks again when it reloads
        }
        return names;
    }

    private CompletableFuture<byte[]> build(String file) {
        return builds.computeIfAbsent(
                file,
                name -> CompletableFuture.supplyAsync(
                        () -> compile(Objects.requireNonNull(modules.get(name), name)), threads));
    }

    private byte[] compile(Pom.WasmModule module) {
        try {
            return TeaVm.compile(module, java.classPath(module.module()), folder);
        } catch (IOException | BuildException e) {
            throw new CompletionException(e);
        }
    }

    private static byte[] await(CompletableFuture<byte[]> build) throws BuildException {
        try {
            return build.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof BuildException refused ? refused : new BuildException(e.toString());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "teavm");
        thread.setDaemon(true);
        return thread;
    }
}
