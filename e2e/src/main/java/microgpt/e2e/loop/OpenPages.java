package microgpt.e2e.loop;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import microgpt.e2e.StaticSite;

/** The pages that are open in browsers; each listens for what it should do, as server-sent events. */
final class OpenPages {
    private static final String SCRIPT = "/loop/follow.js";

    private static final String EVENTS = "/loop/events";

    private final List<HttpExchange> listeners = new CopyOnWriteArrayList<>();

    /** Counts what pages were told to load; one that was sent an older version loads again. */
    private final AtomicLong version = new AtomicLong(System.currentTimeMillis());

    void serveWith(StaticSite site) {
        site.handle(EVENTS, this::listen);
        site.handle(SCRIPT, OpenPages::script);
    }

    /** A page with the script that listens: what this server sends, and no other. */
    byte[] following(byte[] html) {
        String script = "<script src=\"" + SCRIPT + "\" data-version=\"" + version.get() + "\"></script>\n</head>";
        return new String(html, StandardCharsets.UTF_8)
                .replace("</head>", script)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Has every page load again. */
    void reload() {
        tell("version", Long.toString(version.incrementAndGet()));
    }

    /** Has every page load its style sheets again. */
    void restyle() {
        tell("style", "");
    }

    /** Shows on every page what is wrong with the sources. */
    void complain(String problems) {
        tell("problem", problems);
    }

    private void listen(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        listeners.add(exchange);
        tell(exchange, event("version", Long.toString(version.get())));
    }

    private void tell(String event, String data) {
        byte[] bytes = event(event, data);
        listeners.forEach(listener -> tell(listener, bytes));
    }

    private void tell(HttpExchange listener, byte[] event) {
        try {
            OutputStream out = listener.getResponseBody();
            synchronized (listener) {
                out.write(event);
                out.flush();
            }
        } catch (IOException gone) {
            listeners.remove(listener);
            listener.close();
        }
    }

    private static byte[] event(String name, String data) {
        List<String> lines = new ArrayList<>(List.of("event: " + name));
        data.lines().forEach(line -> lines.add("data: " + line));
        if (lines.size() == 1) {
            lines.add("data:"); // an event without data is none
        }
        return (String.join("\n", lines) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void script(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream file = OpenPages.class.getResourceAsStream("follow.js")) {
            byte[] bytes = Objects.requireNonNull(file, "follow.js").readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/javascript; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
