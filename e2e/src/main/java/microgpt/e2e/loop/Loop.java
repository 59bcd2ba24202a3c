package microgpt.e2e.loop;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microgpt.e2e.Serve;
import microgpt.e2e.StaticSite;

/** Serves the sources while they are edited, until stopped: {@code Loop ROOT PORT}, where a taken port stands for the next free one. */
public final class Loop {
    private static final long LOOK_EVERY_MILLIS = 150;

    private final Path root;
    private final Path made;
    private final JavaModules java;
    private final WasmBuilds wasm;
    private final List<Pom> poms = new ArrayList<>();
    private final OpenPages pages = new OpenPages();
    private final Changes changes;

    /** {@code libraries} are what the modules may refer to. */
    public Loop(Path root, List<Path> libraries) throws IOException {
        this.root = root.toRealPath();
        made = this.root.resolve("target/loop/site");
        java = new JavaModules(this.root, libraries);
        for (String module : JavaModules.NAMES) {
            poms.add(Pom.read(this.root, module));
        }
        List<Pom.WasmModule> modules =
                poms.stream().flatMap(pom -> pom.wasmModules().stream()).toList();
        wasm = new WasmBuilds(java, modules, made);
        Files.createDirectories(made);
        List<Path> folders = new ArrayList<>(List.of(this.root.resolve("static"), this.root.resolve("configs")));
        JavaModules.NAMES.forEach(module -> folders.add(java.sources(module)));
        changes = new Changes(folders);
    }

    public static void main(String[] args) throws IOException, InterruptedException, URISyntaxException {
        if (args.length != 2) {
            throw new IllegalArgumentException(args.length + " arguments; expected: ROOT PORT");
        }
        Loop loop = new Loop(Path.of(args[0]), libraries());
        Serve.announce(loop.serve(Integer.parseInt(args[1])).url());
        while (true) { // until Ctrl-C
            loop.follow();
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** Serves the sources as they stand after the last look, on the first free port from {@code firstPort} on. */
    public StaticSite serve(int firstPort) throws IOException {
        StaticSite site = Serve.serve(new LiveSite(root, made, wasm, pages), firstPort);
        pages.serveWith(site);
        return site;
    }

    /** Brings pages up to what has changed since the last look. */
    public void follow() throws IOException {
        Set<Path> changed = changes.sinceLastLook();
        if (changed.isEmpty()) {
            return;
        }
        Set<String> modules = JavaModules.NAMES.stream()
                .filter(module -> changed.stream().anyMatch(file -> file.startsWith(java.sources(module))))
                .collect(Collectors.toSet());
        try {
            if (!modules.isEmpty()) {
                build(JavaModules.affected(modules));
            }
            if (changed.stream().allMatch(file -> file.toString().endsWith(".css"))) {
                pages.restyle();
            } else {
                pages.reload();
            }
        } catch (BuildException e) {
            say(e.problems());
            pages.complain(e.problems());
        }
    }

    private void build(List<String> modules) throws IOException, BuildException {
        long start = System.nanoTime();
        for (String module : modules) {
            java.compile(module);
        }
        for (Pom pom : poms) {
            if (modules.contains(pom.module())) {
                for (Pom.Generator generator : pom.generators(made)) {
                    java.run(pom.module(), generator);
                }
            }
        }
        long compiled = System.nanoTime();
        List<String> renewed = wasm.renew(modules);
        say(String.join(", ", modules) + " in " + seconds(compiled - start) + " s, " + String.join(", ", renewed)
                + " in " + seconds(System.nanoTime() - compiled) + " s");
    }

    private static String seconds(long nanos) {
        return Double.toString(Math.round(nanos / 1e8) / 10.0);
    }

    /** What is on this program's own class path. */
    public static List<Path> libraries() throws URISyntaxException {
        List<Path> jars = new ArrayList<>();
        if (Loop.class.getClassLoader() instanceof URLClassLoader loader) { // Maven's
            for (URL url : loader.getURLs()) {
                jars.add(Path.of(url.toURI()));
            }
        } else {
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .map(Path::of)
                    .forEach(jars::add);
        }
        return jars.stream().filter(path -> path.toString().endsWith(".jar")).toList();
    }

    @SuppressWarnings("SystemOut") // a command line's output
    private static void say(String what) {
        System.out.println(what);
    }
}
