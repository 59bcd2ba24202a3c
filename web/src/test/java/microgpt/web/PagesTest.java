package microgpt.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import microgpt.protocol.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the HTML of the pages and the code that fills them promise each other. */
class PagesTest {
    private static final Path STATIC = Path.of("../static");
    private static final Path CODE = Path.of("src/main/java/microgpt/web");

    /** What a {@code Shell} finds in every page. */
    private static final List<Path> IN_EVERY_PAGE =
            List.of(Path.of("shell/Banner.java"), Path.of("shell/Shortcuts.java"), Path.of("shell/Theme.java"));

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(STATIC)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    /** The library's page too. */
    static List<String> everyPage() throws IOException {
        List<String> every = new ArrayList<>(pages());
        every.add("lib/index.html");
        return every;
    }

    /** The pages whose program is Java. */
    static List<String> programs() throws IOException {
        List<String> programs = new ArrayList<>();
        for (String page : pages()) {
            if (html(page).contains("src=\"page.js\"")) {
                programs.add(page);
            }
        }
        return programs;
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyPartThatTheCodeNamesIsInItsPage(String page) throws IOException {
        List<String> rooms = all("data-(?:program|later)=\"([a-z]+)\\.wasm\"", html(page));
        if (!html(page).contains("data-program=")) {
            rooms.add("lab");
        }
        List<Path> code = new ArrayList<>(IN_EVERY_PAGE);
        for (String room : rooms) {
            try (Stream<Path> files = Files.list(CODE.resolve(room))) {
                files.forEach(file -> code.add(CODE.relativize(file)));
            }
        }
        Set<String> named = new TreeSet<>();
        for (Path file : code) {
            named.addAll(all("\\.(?:part|as)\\(\\s*\"([^\"]+)\"\\)", Files.readString(CODE.resolve(file))));
        }
        assertTrue(named.containsAll(Set.of("banner", "help-dialog", "theme")), named.toString());
        named.removeAll(all("data-part=\"([^\"]+)\"", html(page)));
        assertEquals(Set.of(), named);
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void noPartAndNoIdStandsTwiceAndEveryReferenceHasItsId(String page) throws IOException {
        String html = html(page);
        List<String> parts = all("data-part=\"([^\"]+)\"", html);
        assertEquals(new HashSet<>(parts).size(), parts.size());
        List<String> ids = all("\\bid=\"([^\"]+)\"", html);
        assertEquals(new HashSet<>(ids).size(), ids.size());
        Set<String> dangling = new TreeSet<>();
        for (String list :
                all("(?:\\s(?:for|aria-labelledby|aria-describedby|aria-controls|list)=\"|href=\"#)([^\"]+)\"", html)) {
            dangling.addAll(List.of(list.split(" ")));
        }
        ids.forEach(dangling::remove);
        assertEquals(Set.of(), dangling);
    }

    /** A file that is asked for earlier could be missing without a word. */
    @ParameterizedTest
    @MethodSource("everyPage")
    void everyPageIsGuardedFromItsFirstFileOn(String page) throws IOException {
        String html = html(page);
        List<String> asked = all("(?:<script src|<link rel=\"stylesheet\" href)=\"([^\"]+)\"", html);
        assertEquals(page.contains("/") ? "../guard.js" : "guard.js", asked.get(0));
        assertTrue(html.contains("data-part=\"banner\"") && html.contains("data-part=\"banner-text\""), page);
    }

    /** The same names in the same order; the page that one is on is no link, for it would throw what runs there away. */
    @ParameterizedTest
    @MethodSource("everyPage")
    void everyPageLeadsToTheOthers(String page) throws IOException {
        String html = html(page);
        String nav = html.substring(html.indexOf("<nav class=\"pages\""), html.indexOf("</nav>"));
        assertEquals(List.of("Lab", "Race", "Train", "Step", "Library"), all(">([A-Z][a-z]+)</a>", nav));
        List<String> here = all("<a class=\"quiet\" aria-current=\"page\"[^>]*>([A-Za-z]+)<", nav);
        Map<String, String> names = Map.of(
                "index.html", "Lab",
                "race.html", "Race",
                "train.html", "Train",
                "step.html", "Step",
                "lib/index.html", "Library");
        assertEquals(names.containsKey(page) ? List.of(names.get(page)) : List.of(), here);
        for (String target : all("href=\"([^\"]+)\"", nav)) {
            Path file = STATIC.resolve(page).resolveSibling(target).normalize();
            assertTrue(Files.exists(Files.isDirectory(file) ? file.resolve("index.html") : file), target);
        }
    }

    @Test
    void thePagesSayHowMuchTheyTake() throws IOException {
        assertEquals("10 MiB", Limit.TEXT.size());
        for (String page : List.of("index.html", "train.html")) {
            assertTrue(html(page).contains("up to " + Limit.TEXT.size()), page);
        }
    }

    private static String html(String page) throws IOException {
        return Files.readString(STATIC.resolve(page));
    }

    private static List<String> all(String pattern, String in) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(in);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
