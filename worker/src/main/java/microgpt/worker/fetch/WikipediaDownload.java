package microgpt.worker.fetch;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.names.Lines;
import microgpt.protocol.Source;
import microgpt.worker.loop.EventLoop;

/** Articles of a Wikipedia on their way into a stream, one after the other: title, blank line, text. */
final class WikipediaDownload {
    private final Fetcher fetching;
    private final EventLoop loop;
    private final Download arrival;
    private final String language;
    private final List<String> titles;
    private int next;

    WikipediaDownload(Fetcher fetching, EventLoop loop, Download arrival, Source.Wikipedia wanted) {
        this.fetching = fetching;
        this.loop = loop;
        this.arrival = arrival;
        language = wanted.language();
        titles = Lines.texts(wanted.titles());
    }

    /**
     * Refuses what cannot be asked for: a language becomes a part of a server's name.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    static void check(Source.Wikipedia wanted) {
        String language = wanted.language();
        boolean good = language.length() >= 2 && language.length() <= 12;
        for (int i = 0; i < language.length(); i++) {
            char letter = language.charAt(i);
            good &= (letter >= 'a' && letter <= 'z') || (letter == '-' && i > 0);
        }
        if (!good) {
            throw new IllegalArgumentException(
                    "“" + language + "” is not the code of a language: expected, for example, en, de or simple");
        }
        if (Lines.texts(wanted.titles()).isEmpty()) {
            throw new IllegalArgumentException("there is no title: name at least one article");
        }
    }

    void begin() {
        arrival.report();
        askForNext();
    }

    private void askForNext() {
        String title = titles.get(next);
        String address = new UrlQuery("https://" + language + ".wikipedia.org/w/api.php")
                .with("action", "query")
                .with("prop", "extracts|pageprops")
                .with("ppprop", "disambiguation")
                .with("explaintext", 1)
                .with("redirects", 1)
                .with("format", "json")
                .with("formatversion", 2)
                .with("origin", "*")
                .with("titles", title)
                .toString();
        JsonRequest.Receiver receiver = new JsonRequest.Receiver() {
            @Override
            public void answered(int status, JsonObject answer) {
                String trouble = status == 200 ? trouble(title, answer) : refusal(status);
                if (trouble.isEmpty()) {
                    take(page(answer));
                } else {
                    arrival.failKeeping(trouble);
                }
            }

            @Override
            public void failed(String reason) {
                arrival.failKeeping(server() + " could not be reached (" + reason
                        + "): look whether this browser is online, and whether there is a Wikipedia in “" + language
                        + "”");
            }
        };
        new JsonRequest(fetching, loop, arrival, address, receiver).begin();
    }

    private String server() {
        return "Wikipedia (" + language + ")";
    }

    private String refusal(int status) {
        return status == 429
                ? server() + " answers “too many requests”, also after half a minute: try again in a few minutes"
                : server() + " answers " + status + (status >= 500 ? ": try again later" : "");
    }

    private static JsonObject page(JsonObject answer) {
        return answer.getObject("query", new JsonObject())
                .getArray("pages", new JsonArray())
                .getObject(0, new JsonObject());
    }

    /** Why there is no text in the answer; empty if there is. */
    private String trouble(String title, JsonObject answer) {
        JsonObject page = page(answer);
        String error = answer.getObject("error", new JsonObject()).getString("info", "");
        if (!error.isEmpty()) {
            return server() + " says: " + error;
        } else if (page.getBoolean("missing", false)) {
            return server() + " has no article “" + title + "”: check its spelling, and capital letters";
        } else if (page.getBoolean("invalid", false)) {
            return "“" + title + "” cannot be the title of an article: "
                    + page.getString("invalidreason", "it has signs that titles do not have");
        } else if (page.getObject("pageprops", new JsonObject()).has("disambiguation")) {
            return "“" + title + "” is the name of several things on " + server()
                    + ": look there for the title that you mean, as “Mercury (planet)”";
        } else if (page.getString("extract", "").isBlank()) {
            return server() + " has no text under “" + title + "”: choose another article";
        }
        return "";
    }

    private void take(JsonObject page) {
        String text = page.getString("title", titles.get(next)) + "\n\n" + page.getString("extract", "");
        arrival.beginDocument();
        arrival.take(text.getBytes(StandardCharsets.UTF_8));
        next++;
        if (arrival.isOver()) {
            return;
        }
        if (next == titles.size()) {
            arrival.finish();
        } else {
            arrival.expect((long) ((double) arrival.size() / next * titles.size()));
            arrival.report();
            askForNext();
        }
    }
}
