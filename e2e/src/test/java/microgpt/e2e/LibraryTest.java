package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import microgpt.MicroGpt;
import microgpt.names.NamesConfig;
import microgpt.names.NamesConfig.Dialect;
import microgpt.names.NamesConfig.Learning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The JavaScript library, in all the places it can be imported. */
@ExtendWith(LabExtension.class)
final class LibraryTest {
    private static final String NAMES = "alice\nbob\ncharlie\ndavid\nemma\nfrank";
    private static final int STEPS = 60;

    /** What the library must come to, bit by bit: the same recipe on the JVM. */
    private static double lossOnTheJvm() {
        Learning l = NamesConfig.DEFAULT.learning();
        MicroGpt gpt = new MicroGpt(NamesConfig.DEFAULT
                .with(Dialect.MICROGPTJS)
                .with(new Learning(l.learningRate(), l.beta1(), l.beta2(), l.epsilon(), STEPS, 1)));
        gpt.load(NAMES);
        double loss = 0;
        for (int i = 0; i < STEPS; i++) {
            loss = gpt.train().loss();
        }
        return loss;
    }

    @Test
    void aPageImportsIt(Lab lab) {
        Page page = openEmpty(lab);
        assertEquals(
                lossOnTheJvm(), number(page.evaluate("() => import('/lib/dropin.mjs').then(module => module.run())")));
        double bits = number(page.evaluate("() => import('/lib/beyond.mjs').then(module => module.run())"));
        assertTrue(bits > 0 && bits < 8, "bits per byte: " + bits);
    }

    @Test
    void aWorkerImportsIt(Lab lab) {
        Page page = openEmpty(lab);
        Object loss = page.evaluate("""
                () => new Promise((resolve, reject) => {
                  const worker = new Worker('/lib/worker.mjs', { type: 'module' });
                  worker.onerror = event => reject(new Error(event.message));
                  worker.onmessage = ({ data }) => data === 'ready' ? worker.postMessage('run') : resolve(data);
                })""");
        assertEquals(lossOnTheJvm(), number(loss));
    }

    /** A page of the site's origin with nothing on it, and the test's modules beside the library. */
    private static Page openEmpty(Lab lab) {
        Page page = lab.page();
        page.context().route("**/lib/*.mjs", route -> {
            String path = route.request().url();
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/javascript")
                    .setBody(resource(path.substring(path.lastIndexOf('/') + 1))));
        });
        page.route(
                "**/lib/empty.html",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><link rel=\"icon\" href=\"data:,\"><title>library</title>")));
        page.navigate(lab.site() + "lib/empty.html");
        return page;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void nodeImportsIt(@TempDir Path folder) throws IOException {
        copyLibrary(folder);
        Files.writeString(folder.resolve("main.mjs"), """
                import { run } from './dropin.mjs';
                import { run as runBeyond } from './beyond.mjs';
                import './memory.mjs';
                runBeyond();
                console.log(run());
                """);
        assertEquals(
                lossOnTheJvm(), Double.parseDouble(Node.run(folder, "main.mjs").strip()));
        Node.run(folder, "nosimd.mjs");
    }

    @Test
    void theExamplesOfItsReadmeRunAndFitItsTypes(@TempDir Path folder) throws IOException {
        copyLibrary(folder);
        List<String> modules = new ArrayList<>(List.of("dropin.mjs", "beyond.mjs"));
        String readme = Files.readString(folder.resolve("README.md"));
        String[] parts = readme.split("```", -1);
        for (int i = 1; i < parts.length; i += 2) {
            String name = "example" + i + ".mjs";
            assertTrue(parts[i].startsWith("js\n"), parts[i]);
            Files.writeString(folder.resolve(name), parts[i].substring("js\n".length()));
            modules.add(name);
        }
        Node.checkTypes(folder, modules);
        StringBuilder said = new StringBuilder();
        for (String module : modules.subList(2, modules.size())) {
            said.append(Node.run(folder, module));
        }
        assertTrue(said.toString().contains("numParams: "), said.toString());
        assertTrue(said.toString().contains("strange: DROP TABLE users; --"), said.toString());
        assertTrue(!said.toString().contains("strange: GET"), said.toString());
    }

    private static void copyLibrary(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(LabExtension.built().resolve("lib"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        for (String module : List.of("dropin.mjs", "beyond.mjs", "memory.mjs", "nosimd.mjs")) {
            Files.writeString(folder.resolve(module), resource(module));
        }
    }

    private static String resource(String name) {
        try (InputStream in = LibraryTest.class.getResourceAsStream("/library/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
