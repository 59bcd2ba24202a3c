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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import microgpt.MicroGpt;
import microgpt.names.NamesConfig;
import microgpt.names.NamesConfig.Dialect;
import microgpt.names.NamesConfig.Learning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** What is sent while the library loads is not lost. */
    @Test
    void aWorkerImportsIt(Lab lab) {
        Page page = openEmpty(lab);
        Object loss = page.evaluate("""
                () => new Promise((resolve, reject) => {
                  const worker = new Worker('/lib/worker.mjs', { type: 'module' });
                  worker.onerror = event => reject(new Error(event.message));
                  worker.onmessage = ({ data }) => resolve(data);
                  worker.postMessage('run');
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

    /** A thousand steps and twenty samples, as CPython computes them. */
    @Test
    void itIsMicrogptPyWhenItDrawsAsPython(@TempDir Path folder) throws IOException {
        copyLibrary(folder);
        copyFiles(LabExtension.built().resolve("../../core/src/test/resources/microgpt"), folder);
        Files.writeString(folder.resolve("python.mjs"), resource("python.mjs"));
        Node.run(folder, "python.mjs");
    }

    @Test
    void theExamplesOfItsReadmeRunAndFitItsTypes(@TempDir Path folder) throws IOException {
        copyLibrary(folder);
        List<String> modules = new ArrayList<>(List.of("dropin.mjs", "beyond.mjs"));
        Map<String, String> examples = examples(folder.resolve("README.md"));
        write(examples, folder);
        examples.forEach((name, text) -> {
            if (!text.contains("'node:")) { // whose types come with another package
                modules.add(name);
            }
        });
        Node.checkTypes(folder, modules);
        examples.keySet().removeAll(List.of("page.js", "worker.js")); // see the next test
        Files.writeString(folder.resolve("all.mjs"), imports(examples));
        String said = Node.run(folder, "all.mjs");
        assertTrue(said.contains("numParams: "), said);
        assertTrue(said.contains("simd: "), said);
        assertTrue(said.contains("strange: DROP TABLE users; --"), said);
        assertTrue(!said.contains("strange: GET"), said);
    }

    /** The programs of its demo page, as they are. */
    @Test
    void theExamplesOfItsPageRunOutsideOfIt(@TempDir Path folder) throws IOException {
        Path library = Files.createDirectory(folder.resolve("lib"));
        copyLibrary(library);
        Path examples = library.resolve("examples");
        copyFiles(LabExtension.built().resolve("lib/examples"), examples);
        assertTrue(Node.run(examples, "names.js").contains("step 250: "));
        assertTrue(Node.run(examples, "fast.js").contains("a saved model goes on alike: true"));
        assertTrue(Node.run(examples, "gradients.js").contains("relu(a b + c) = 4\nby a: -3  by b: 2  by c: 1\n"));
        String strange = Node.run(examples, "stream.js");
        assertTrue(strange.contains("DROP TABLE") && !strange.contains("byte: GET"), strange);
        assertTrue(strange.contains("identical: true"), strange);
    }

    @Test
    void theWorkerOfItsReadmeTalksToItsPage(Lab lab) throws IOException {
        Map<String, String> examples = examples(LabExtension.built().resolve("lib/README.md"));
        Page page = openEmpty(lab);
        for (String name : List.of("page.js", "worker.js")) {
            page.context()
                    .route(
                            "**/lib/" + name,
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("text/javascript")
                                    .setBody(examples.get(name))));
        }
        page.waitForConsoleMessage(
                new Page.WaitForConsoleMessageOptions()
                        .setPredicate(message -> message.text().contains("name")),
                () -> page.evaluate("() => void import('/lib/page.js')"));
    }

    /** The programs of a README by file name: what their first line says, or else a number. */
    private static Map<String, String> examples(Path readme) throws IOException {
        Map<String, String> examples = new LinkedHashMap<>();
        Matcher fences = Pattern.compile("```js\n((?:// ([\\w.]+js)\n)?.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(readme));
        while (fences.find()) {
            if (fences.group(1).contains("import")) { // else it shows a result
                String name = fences.group(2) == null ? "example" + examples.size() + ".mjs" : fences.group(2);
                examples.put(name, fences.group(1));
            }
        }
        return examples;
    }

    private static void write(Map<String, String> modules, Path folder) throws IOException {
        for (Map.Entry<String, String> module : modules.entrySet()) {
            Files.writeString(folder.resolve(module.getKey()), module.getValue());
        }
    }

    /** Runs modules one after the other. */
    private static String imports(Map<String, String> modules) {
        StringBuilder script = new StringBuilder();
        for (String name : modules.keySet()) {
            script.append("await import('./").append(name).append("');\n");
        }
        return script.toString();
    }

    @ParameterizedTest
    @CsvSource({"deno, run --allow-read", "bun, run"})
    void otherRuntimesImportIt(String runtime, String arguments, @TempDir Path folder) throws IOException {
        copyLibrary(folder);
        Files.writeString(folder.resolve("main.mjs"), """
                import { run } from './dropin.mjs';
                import { run as runBeyond } from './beyond.mjs';
                runBeyond();
                console.log(run());
                """);
        String said = Node.runByOther(runtime, arguments, folder, "main.mjs");
        assertEquals(lossOnTheJvm(), Double.parseDouble(said.strip()));
    }

    /** Every program in the README of microgptjs, in order and word for word, finds this library under that name. */
    @Test
    @EnabledIfSystemProperty(
            named = "microgptjs.readme",
            matches = ".+",
            disabledReason = "-Dmicrogptjs.readme=FILE runs the README of the package microgptjs")
    void theReadmeOfMicrogptjsRuns(@TempDir Path folder) throws IOException {
        Path installed = Files.createDirectories(folder.resolve("node_modules/microgptjs"));
        copyLibrary(installed);
        Files.copy(LabExtension.built().resolve("names.txt"), folder.resolve("names.txt"));
        Files.writeString(folder.resolve("package.json"), "{ \"type\": \"module\" }");
        Map<String, String> examples = examples(Path.of(System.getProperty("microgptjs.readme")));
        write(examples, folder);
        Files.writeString(folder.resolve("main.mjs"), """
                const posted = [];
                globalThis.self = { postMessage: message => posted.push(structuredClone(message)) };
                """ + imports(examples) + """
                self.onmessage({ data: { type: 'init', text: 'ab\\nba', options: { nEmbd: 8 } } });
                self.onmessage({ data: { type: 'train' } });
                console.log(posted.map(({ type, result }) => type + (result?.step ?? '')).join());
                """);
        String said = Node.run(folder, "main.mjs");
        assertTrue(said.contains("Model has 3840 parameters\nStep 1: loss=2.6932\nStep 51: loss=0.4252"), said);
        assertTrue(said.contains("Generated: charlie\n4\n0.6011037519201636\n"), said);
        assertTrue(said.contains("Step 1000: loss="), said);
        assertTrue(said.endsWith("ready,step1\n"), said);
    }

    private static void copyLibrary(Path folder) throws IOException {
        copyFiles(LabExtension.built().resolve("lib"), folder);
        for (String module : List.of("dropin.mjs", "beyond.mjs", "memory.mjs", "nosimd.mjs")) {
            Files.writeString(folder.resolve(module), resource(module));
        }
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
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
