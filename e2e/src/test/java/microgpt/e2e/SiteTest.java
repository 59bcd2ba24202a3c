package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import microgpt.e2e.StaticSite.Isolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The built site as files on any static host. */
@ExtendWith(LabExtension.class)
final class SiteTest {
    private static final Path SITE = LabExtension.built();
    private static final long FIRST_LOAD_LIMIT = 500_000;

    @Test
    void itRunsBelowASubPathOfAHostWithoutIsolationHeaders(Lab lab) throws IOException {
        try (StaticSite host = new StaticSite(SITE, Isolation.ABSENT, "/some/sub/path/", StaticSite.ANY_PORT)) {
            lab.from(host).open("").waitForPosition(500);
            assertEquals(false, lab.page().evaluate("crossOriginIsolated"));
            Set<String> outside = lab.requests().stream()
                    .filter(address -> !address.startsWith(host.url()))
                    .filter(address -> !address.startsWith("blob:") && !address.startsWith("data:"))
                    .collect(Collectors.toSet());
            assertEquals(Set.of(), outside);
        }
    }

    @Test
    void itIsIsolatedWhereTheHostAsksForIt(Lab lab) {
        lab.open("");
        assertEquals(true, lab.page().evaluate("crossOriginIsolated"));
    }

    @Test
    void whatThePageRefersToIsRelativeAndThere() throws IOException {
        Pattern inHtml = Pattern.compile("<(?:script|link|img|source)\\b[^>]*?\\s(?:src|href)=\"([^\"]+)\"");
        Set<String> references = new TreeSet<>();
        for (String page : Pages.all()) {
            references.addAll(matches(inHtml, page));
        }
        assertTrue(
                references.containsAll(Set.of("page.js", "step.css", "train.css", "bench.js")), references.toString());
        Pattern inStyle = Pattern.compile("url\\([\"']?([^\"')]+)[\"']?\\)");
        references.addAll(matches(inStyle, "page.css"));
        for (String reference : references) {
            if (!reference.startsWith("data:")) {
                assertFalse(reference.startsWith("/") || reference.contains(":"), reference + " must be relative");
                assertTrue(Files.isRegularFile(SITE.resolve(reference)), reference + " must exist");
            }
        }
    }

    @Test
    void licencesComeWithTheSiteAndWithTheLibrary() throws IOException {
        for (String folder : Set.of("", "lib/")) {
            String own = Files.readString(SITE.resolve(folder + "LICENSE"));
            assertTrue(own.startsWith("MIT License"), own);
            String others = Files.readString(SITE.resolve(folder + "THIRD-PARTY.txt"));
            assertTrue(others.contains("TeaVM") && others.contains("nanojson"), others);
            assertTrue(others.contains("END OF TERMS AND CONDITIONS"), others);
        }
        assertTrue(Files.isRegularFile(SITE.resolve("chart.js.LICENSE.md")));
    }

    @Test
    void thePolicyAllowsOnlyWhatTheLoaderNeeds(Lab lab) {
        lab.openAtRest("");
        String policy =
                lab.page().locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
        Map<String, String> directives = new TreeMap<>();
        for (String directive : policy.split("\\s*;\\s*", -1)) {
            String[] nameAndSources = directive.split("\\s+", 2);
            directives.put(nameAndSources[0], nameAndSources[1]);
        }
        assertEquals("'none'", directives.get("default-src"));
        assertEquals("'none'", directives.get("base-uri"));
        assertEquals("'none'", directives.get("form-action"));
        assertEquals("'self'", directives.get("worker-src"));
        assertEquals("'self'", directives.get("style-src"));
        assertTrue(
                Set.of("'self' 'wasm-unsafe-eval'", "'self' 'unsafe-eval'").contains(directives.get("script-src")),
                policy);
        assertFalse(policy.contains("'unsafe-inline'"), policy);
        assertFalse(policy.contains("*"), policy);
    }

    @Test
    void theFirstLoadIsSmall(Lab lab) throws IOException {
        lab.open("").waitForPosition(1);
        Map<String, Long> sizes = new TreeMap<>();
        for (String address : lab.requests()) {
            String name = URI.create(address).getPath().substring(1);
            if (name.startsWith("explore.")) { // asked for when learning has begun
                continue;
            }
            byte[] body = Files.readAllBytes(SITE.resolve(name.isEmpty() ? "index.html" : name));
            sizes.put(name.isEmpty() ? "index.html" : name, gzipped(body));
        }
        assertTrue(sizes.keySet().containsAll(Set.of("worker.js", "lab.wasm")), sizes.toString());
        long total = sizes.values().stream().mapToLong(Long::longValue).sum();
        Figures.print("first load", total + " bytes compressed " + sizes);
        assertTrue(total < FIRST_LOAD_LIMIT, total + " bytes must be below " + FIRST_LOAD_LIMIT);
    }

    private static Set<String> matches(Pattern pattern, String file) throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(SITE.resolve(file)));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static long gzipped(byte[] body) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(body);
        }
        return compressed.size();
    }
}
