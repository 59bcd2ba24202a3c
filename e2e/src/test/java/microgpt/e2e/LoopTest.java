package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import microgpt.e2e.loop.Loop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A small project with the folders of this one, in a browser while its sources are edited. */
@ExtendWith(LabExtension.class)
final class LoopTest {
    private static final String PROGRAM = """
            public final class Main {
                public static void main(String[] args) { System.out.println(Words.TEXT); }
            }""";

    @TempDir
    private Path root;

    private int saves;

    @BeforeEach
    void write() throws IOException {
        save("static/index.html", "<html><head><link rel=stylesheet href=page.css></head><body>one</body></html>");
        save("static/page.css", "body { color: rgb(1, 1, 1); }");
        save("configs/a.json", "{\"a\":1}");
        save("target/site/chart.js", "built");
        save("core/src/main/java/Words.java", words("few"));
        save("worker/src/main/java/None.java", "final class None {}");
        save("web/src/main/java/Main.java", PROGRAM);
        save(
                "e2e/site/src/main/java/Whole.java",
                "final class Whole { Class<?> web = Main.class; Class<?> worker = None.class; }");
        for (String module : List.of("core", "worker", "e2e/site")) {
            save(module + "/pom.xml", "<project/>");
        }
        save("web/pom.xml", """
                <project><configuration>
                  <mainClass>Main</mainClass><targetFileName>web.wasm</targetFileName>
                </configuration></project>""");
    }

    @Test
    void aStyleSheetIsSwappedInThePageAsItStands(Lab lab) throws Exception {
        Loop loop = new Loop(root, Loop.libraries());
        try (StaticSite site = open(loop, lab)) {
            lab.page().evaluate("window.kept = true");
            save("static/page.css", "body { color: rgb(2, 2, 2); }");
            loop.follow();
            lab.page().waitForFunction("getComputedStyle(document.body).color === 'rgb(2, 2, 2)'");
            assertEquals(true, lab.page().evaluate("window.kept"), site.url());
        }
    }

    @Test
    void aPageIsLoadedAgainWhenItIsSaved(Lab lab) throws Exception {
        Loop loop = new Loop(root, Loop.libraries());
        try (StaticSite site = open(loop, lab)) {
            assertThat(lab.page().locator("body")).hasText("one");
            save("static/index.html", "<html><head></head><body>two</body></html>");
            loop.follow();
            assertThat(lab.page().locator("body")).hasText("two");
            assertEquals("{\"a\":1}", fetch(lab, site, "configs/a.json"));
            assertEquals("built", fetch(lab, site, "chart.js"));
        }
    }

    @Test
    void javaIsCompiledWhenItIsSavedAndWhatIsWrongIsShownOnThePage(Lab lab) throws Exception {
        Loop loop = new Loop(root, Loop.libraries());
        save("core/src/main/java/Words.java", words("some"));
        loop.follow(); // as Maven does before the loop begins
        try (StaticSite site = open(loop, lab)) {
            String before = fetch(lab, site, "web.wasm");
            assertTrue(before.contains("asm"), before);
            save("core/src/main/java/Words.java", words("many more"));
            loop.follow();
            lab.page().waitForFunction("window.opened === undefined");
            assertNotEquals(before, fetch(lab, site, "web.wasm"));

            save("web/src/main/java/Main.java", PROGRAM.replace("TEXT", "TXT"));
            loop.follow();
            assertThat(lab.page().locator("pre.problem")).containsText("Main.java:2");
            save("web/src/main/java/Main.java", PROGRAM);
            loop.follow();
            assertThat(lab.page().locator("pre.problem")).hasCount(0);
        }
    }

    @Test
    void whatTheBrowserCannotRunIsShownOnThePage(Lab lab) throws Exception {
        lab.expectComplaint("web.wasm");
        Loop loop = new Loop(root, Loop.libraries());
        save("core/src/main/java/Words.java", words("some"));
        save("web/src/main/java/Main.java", PROGRAM.replace("Words.TEXT", "new javax.swing.JButton()"));
        loop.follow();
        try (StaticSite site = open(loop, lab)) {
            fetch(lab, site, "web.wasm");
            assertThat(lab.page().locator("pre.problem")).containsText("javax.swing.JButton");
        }
    }

    @Test
    void nothingOfItIsInTheBuiltSite() throws IOException {
        try (Stream<Path> files = Files.walk(LabExtension.built())) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".html")).toList()) {
                assertFalse(Files.readString(page).contains("/loop/"), page.toString());
            }
        }
    }

    private static StaticSite open(Loop loop, Lab lab) throws IOException {
        lab.expectComplaint("favicon.ico"); // which this page does not name
        StaticSite site = loop.serve(StaticSite.ANY_PORT);
        lab.page().navigate(site.url());
        lab.page().waitForFunction("document.documentElement.dataset.follows");
        lab.page().evaluate("window.opened = true");
        return site;
    }

    private static String fetch(Lab lab, StaticSite site, String name) {
        return (String) lab.page().evaluate("name => fetch(name).then(answer => answer.text())", site.url() + name);
    }

    private static String words(String text) {
        return "final class Words { static final String TEXT = \"" + text + "\"; }";
    }

    /** Each time later than the time before, however fast the machine is. */
    private void save(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(++saves)));
    }
}
