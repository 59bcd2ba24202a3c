package microgpt.e2e;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A connection to a browser that speaks WebDriver BiDi: commands in JSON, each with its answer, and events. */
final class BiDi implements WebSocket.Listener {
    private static final int ANSWER_SECONDS = 120;

    private final Map<Long, CompletableFuture<JsonObject>> pending = new ConcurrentHashMap<>();
    private final List<Consumer<JsonObject>> listeners = new ArrayList<>();
    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private long commands;

    private BiDi() {}

    static BiDi connect(URI address) {
        BiDi connection = new BiDi();
        connection.socket.complete(HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, connection)
                .join());
        return connection;
    }

    /** The result of a command; an error of the browser is an error here. */
    JsonObject call(String method, JsonObject parameters) {
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        long id = ++commands;
        pending.put(id, answer);
        JsonObject command = JsonObject.builder()
                .value("id", id)
                .value("method", method)
                .value("params", parameters)
                .done();
        socket.join().sendText(JsonWriter.string(command), true).join();
        JsonObject result = answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
        if (!result.getString("type", "").equals("success")) {
            throw new AssertionError(method + ": " + result.getString("error") + ": " + result.getString("message"));
        }
        return result.getObject("result");
    }

    /** Tells {@code listener} of every event from now on. */
    synchronized void listen(Consumer<JsonObject> listener) {
        listeners.add(listener);
    }

    void close() {
        socket.join().abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            String whole = message.toString();
            message.setLength(0);
            take(whole);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private synchronized void take(String text) {
        try {
            JsonObject parsed = JsonParser.object().from(text);
            CompletableFuture<JsonObject> answer = pending.remove(parsed.getLong("id"));
            if (answer != null) {
                answer.complete(parsed);
            } else {
                listeners.forEach(listener -> listener.accept(parsed));
            }
        } catch (JsonParserException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
