package microgpt.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static microgpt.e2e.StaticSite.ANY_PORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import microgpt.e2e.StaticSite.Isolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StaticSiteTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void build() throws IOException {
        root = Files.createDirectories(folder.resolve("site"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(root.resolve("index.html"), "front page");
        Files.createDirectories(root.resolve("sub"));
        Files.writeString(root.resolve("sub/index.html"), "sub page");
        Files.writeString(root.resolve("empty.txt"), "");
    }

    @Test
    void aFolderAnswersWithItsIndex() throws Exception {
        try (StaticSite site = open(Isolation.ISOLATED, "/")) {
            assertEquals("front page", get(site, "").body());
            assertEquals("sub page", get(site, "sub/").body());
        }
    }

    @Test
    void aMissingFileIsA404WithWords() throws Exception {
        try (StaticSite site = open(Isolation.ISOLATED, "/")) {
            HttpResponse<String> answer = get(site, "missing.js");
            assertEquals(404, answer.statusCode());
            assertTrue(answer.body().contains("no such file"));
        }
    }

    @Test
    void anEmptyFileIsAnEmptyAnswer() throws Exception {
        try (StaticSite site = open(Isolation.ISOLATED, "/")) {
            HttpResponse<String> answer = get(site, "empty.txt");
            assertEquals(200, answer.statusCode());
            assertEquals("", answer.body());
        }
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws Exception {
        try (StaticSite site = open(Isolation.ISOLATED, "/")) {
            HttpRequest head = HttpRequest.newBuilder(URI.create(site.url()))
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> answer = client.send(head, HttpResponse.BodyHandlers.ofString());
            assertEquals("", answer.body());
            assertEquals("10", header(answer, "Content-Length"));
            assertEquals("text/html; charset=utf-8", header(answer, "Content-Type"));
        }
    }

    @Test
    void nothingCanBePosted() throws Exception {
        try (StaticSite site = open(Isolation.ISOLATED, "/")) {
            HttpRequest post = HttpRequest.newBuilder(URI.create(site.url()))
                    .POST(HttpRequest.BodyPublishers.ofString("x"))
                    .build();
            assertEquals(
                    405,
                    client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "html, text/html; charset=utf-8",
        "js, text/javascript; charset=utf-8",
        "css, text/css; charset=utf-8",
        "txt, text/plain; charset=utf-8",
        "json, application/json",
        "map, application/json",
        "webmanifest, application/manifest+json",
        "wasm, application/wasm",
        "svg, image/svg+xml",
        "png, image/png",
        "bin, application/octet-stream"
    })
    void eachKindOfFileHasItsType(String extension, String type) throws Exception {
        Files.writeString(root.resolve("file." + extension), "x");
        try (StaticSite site = open(Isolation.ISOLATED, "/")) {
            assertEquals(type, header(get(site, "file." + extension), "Content-Type"));
        }
    }

    @Test
    void isolationHeadersComeOnlyWhenAskedFor() throws Exception {
        try (StaticSite isolated = open(Isolation.ISOLATED, "/");
                StaticSite plain = open(Isolation.ABSENT, "/")) {
            HttpResponse<String> answer = get(isolated, "");
            assertEquals("same-origin", header(answer, "Cross-Origin-Opener-Policy"));
            assertEquals("require-corp", header(answer, "Cross-Origin-Embedder-Policy"));
            assertEquals("same-origin", header(answer, "Cross-Origin-Resource-Policy"));
            assertEquals("", header(get(plain, ""), "Cross-Origin-Opener-Policy"));
            assertEquals("no-cache", header(get(plain, ""), "Cache-Control"));
        }
    }

    @Test
    void aMountedSiteAnswersOnlyBelowItsPath() throws Exception {
        try (StaticSite site = open(Isolation.ISOLATED, "/some/sub/path/")) {
            assertTrue(site.url().endsWith("/some/sub/path/"));
            assertEquals("front page", get(site, "").body());
            assertEquals(404, get(site, "../index.html").statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/sub/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "//etc/hostname",
                "/sub%00/index.html"
            })
    void noPathLeavesTheSite(String path) throws Exception {
        try (StaticSite site = open(Isolation.ISOLATED, "/")) {
            String answer = raw(site, path);
            assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
            assertFalse(answer.endsWith("secret"), answer);
        }
    }

    @Test
    void aLinkOutOfTheSiteIsNotFollowed() throws Exception {
        Files.createSymbolicLink(root.resolve("link.txt"), folder.resolve("secret.txt"));
        try (StaticSite site = open(Isolation.ISOLATED, "/")) {
            assertEquals(404, get(site, "link.txt").statusCode());
        }
    }

    @Test
    void aSiteThatWasNotBuiltIsRefused() {
        Path absent = folder.resolve("absent");
        Exception refusal = assertThrows(
                IllegalArgumentException.class, () -> new StaticSite(absent, Isolation.ABSENT, "/", ANY_PORT));
        assertTrue(refusal.toString().contains("build it first"));
    }

    @Test
    void servingTakesTheNextFreePort() throws Exception {
        try (StaticSite first = open(Isolation.ISOLATED, "/")) {
            int taken = URI.create(first.url()).getPort();
            try (StaticSite second = Serve.serve(root, taken)) {
                assertTrue(URI.create(second.url()).getPort() > taken);
                assertEquals("front page", get(second, "").body());
            }
        }
    }

    private StaticSite open(Isolation isolation, String mount) throws IOException {
        return new StaticSite(root, isolation, mount, ANY_PORT);
    }

    private HttpResponse<String> get(StaticSite site, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(site.url() + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The answer to a path sent as it stands: a client would tidy it first. */
    private static String raw(StaticSite site, String path) throws IOException {
        try (Socket socket = new Socket("localhost", URI.create(site.url()).getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
