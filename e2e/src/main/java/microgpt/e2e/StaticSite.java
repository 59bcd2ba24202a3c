package microgpt.e2e;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A site served on a local port, the way a static host does it. */
public final class StaticSite implements AutoCloseable {
    /** The first free port the system finds. */
    public static final int ANY_PORT = 0;

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/vnd.microsoft.icon"));

    private final Isolation isolation;
    private final String mount;
    private final Contents contents;
    private final HttpServer server;
    private final ExecutorService threads;

    /** Whether the host asks browsers for cross-origin isolation; many hosts, GitHub Pages among them, cannot. */
    public enum Isolation {
        ISOLATED,
        ABSENT
    }

    /** What a site consists of. */
    public interface Contents {
        /** A file by its name within the site, if there is one. */
        Optional<byte[]> find(String name) throws IOException;
    }

    /** Serves the folder {@code root} at the path {@code mount}, which begins and ends with a slash. */
    StaticSite(Path root, Isolation isolation, String mount, int port) throws IOException {
        this(new Folder(root), isolation, mount, port);
    }

    /** Serves {@code contents} at the path {@code mount}, which begins and ends with a slash. */
    public StaticSite(Contents contents, Isolation isolation, String mount, int port) throws IOException {
        if (!mount.startsWith("/") || !mount.endsWith("/")) {
            throw new IllegalArgumentException("mount " + mount + " must begin and end with /");
        }
        this.contents = contents;
        this.isolation = isolation;
        this.mount = mount;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        threads = Executors.newCachedThreadPool(StaticSite::daemon);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address of the site's front page. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + mount;
    }

    /** Has {@code handler} answer at a path of its own, with the headers of the site. */
    public void handle(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            describe(exchange.getResponseHeaders());
            handler.handle(exchange);
        });
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "static-site");
        thread.setDaemon(true);
        return thread;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            describe(exchange.getResponseHeaders());
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                refuse(exchange, 405, "only GET and HEAD");
                return;
            }
            String name = name(exchange.getRequestURI());
            Optional<byte[]> body = name.isEmpty() ? Optional.empty() : contents.find(name);
            if (body.isEmpty()) {
                refuse(exchange, 404, "no such file");
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", type(name));
            send(exchange, 200, body.get());
        }
    }

    private void describe(Headers headers) {
        headers.set("Cache-Control", "no-cache");
        headers.set("X-Content-Type-Options", "nosniff");
        if (isolation == Isolation.ISOLATED) {
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Embedder-Policy", "require-corp");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
        }
    }

    /** The name within the site of what an address asks for, {@code ""} for an address outside. */
    private String name(URI address) {
        String path = address.getPath();
        if (path == null || !path.startsWith(mount)) {
            return "";
        }
        String name = path.substring(mount.length());
        return name.isEmpty() || name.endsWith("/") ? name + "index.html" : name;
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        send(exchange, status, (status + ": " + why + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
