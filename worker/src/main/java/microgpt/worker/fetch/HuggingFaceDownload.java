package microgpt.worker.fetch;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import microgpt.json.Json;
import microgpt.protocol.Source;
import microgpt.worker.loop.EventLoop;

/**
 * The texts of a public data set on Hugging Face on their way into a stream, a blank line between two: first its splits
 * are asked for, then its rows, some at a time, as its viewer does.
 */
final class HuggingFaceDownload {
    private static final String VIEWER = "https://datasets-server.huggingface.co/";
    private static final int FIRST_ROWS = 10;
    /** More are not given at a time. */
    private static final int MOST_ROWS = 100;

    private final Fetcher fetching;
    private final EventLoop loop;
    private final Download arrival;
    private final Source.HuggingFace wanted;
    private String subset = "";
    private String split = "";
    private String column = "";
    private long offset;

    HuggingFaceDownload(Fetcher fetching, EventLoop loop, Download arrival, Source.HuggingFace wanted) {
        this.fetching = fetching;
        this.loop = loop;
        this.arrival = arrival;
        this.wanted = wanted;
    }

    void begin() {
        arrival.report();
        ask(new UrlQuery(VIEWER + "splits").with("dataset", wanted.dataset()), this::chooseSplit);
    }

    /** What to do with an answer that is one. */
    private interface Next {
        void take(JsonObject answer);
    }

    private void ask(UrlQuery query, Next next) {
        JsonRequest.Receiver receiver = new JsonRequest.Receiver() {
            @Override
            public void answered(int status, JsonObject answer) {
                if (status == 200) {
                    next.take(answer);
                } else {
                    arrival.failKeeping(refusal(status, answer));
                }
            }

            @Override
            public void failed(String reason) {
                arrival.failKeeping("Hugging Face could not be reached (" + reason
                        + "): look whether this browser is online, and whether something blocks"
                        + " datasets-server.huggingface.co");
            }
        };
        new JsonRequest(fetching, loop, arrival, query.toString(), receiver).begin();
    }

    private String refusal(int status, JsonObject answer) {
        String words = answer.getString("error", "");
        String said = words.isEmpty() ? "" : " (“" + words.substring(0, Math.min(200, words.length())) + "”)";
        String set = "“" + wanted.dataset() + "”";
        return switch (status) {
            case 401, 403 ->
                "Hugging Face does not show " + set + " to everyone: it is gated or private, or there is no"
                        + " such data set. Check its name, owner/name, or choose a public one" + said;
            case 404 -> "Hugging Face has no data set " + set + ". Check its name, owner/name" + said;
            case 429 ->
                "Hugging Face answers “too many requests”, also after half a minute: try again in a few minutes" + said;
            default ->
                "Hugging Face answers " + status + " when asked for " + set
                        + (status >= 500 ? ": its viewer cannot show it now; try again later" : "") + said;
        };
    }

    private void chooseSplit(JsonObject answer) {
        JsonArray splits = answer.getArray("splits", new JsonArray());
        Set<String> subsets = names(splits, "config", "", "");
        subset = choose(wanted.subset(), subsets, "default");
        Set<String> those = names(splits, "split", "config", subset);
        split = choose(wanted.split(), those, "train");
        if (subset.isEmpty()) {
            complainOfMissing("subset", wanted.subset(), subsets);
        } else if (split.isEmpty()) {
            complainOfMissing("split", wanted.split(), those);
        } else {
            askForRows(FIRST_ROWS);
        }
    }

    /** The different values of {@code key}, where {@code otherKey} is {@code value}; empty means wherever. */
    private static Set<String> names(JsonArray list, String key, String otherKey, String value) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonObject each = list.getObject(i, new JsonObject());
            if (otherKey.isEmpty() || value.equals(each.getString(otherKey, ""))) {
                names.add(each.getString(key, ""));
            }
        }
        return names;
    }

    /** The one that is wanted, else the usual one, else the first; empty if there is none such. */
    private static String choose(String wanted, Set<String> names, String usual) {
        if (!wanted.isEmpty() || names.isEmpty()) {
            return names.contains(wanted) ? wanted : "";
        }
        return names.contains(usual) ? usual : names.iterator().next();
    }

    private void complainOfMissing(String what, String name, Set<String> names) {
        arrival.fail(
                names.isEmpty()
                        ? "Hugging Face's viewer has no rows of “" + wanted.dataset() + "”: choose another data set"
                        : "“" + wanted.dataset() + "” has no " + what + " “" + name + "”, expected one of "
                                + String.join(", ", names));
    }

    private void askForRows(int count) {
        ask(
                new UrlQuery(VIEWER + "rows")
                        .with("dataset", wanted.dataset())
                        .with("config", subset)
                        .with("split", split)
                        .with("offset", offset)
                        .with("length", count),
                this::takeRows);
    }

    private void takeRows(JsonObject answer) {
        if (column.isEmpty()) {
            column = chooseColumn(answer.getArray("features", new JsonArray()));
            if (column.isEmpty()) {
                return;
            }
        }
        JsonArray rows = answer.getArray("rows", new JsonArray());
        for (int i = 0; i < rows.size() && !arrival.isOver(); i++) {
            String text = rows.getObject(i, new JsonObject())
                    .getObject("row", new JsonObject())
                    .getString(column, "");
            if (!text.isEmpty()) {
                arrival.beginDocument();
                arrival.take(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        offset += rows.size();
        if (!arrival.isOver()) {
            goOn(rows.isEmpty(), total(answer));
        }
    }

    /** How many rows there are; -1 if the answer does not say. */
    private static long total(JsonObject answer) {
        Object total = answer.get("num_rows_total");
        return Json.isWhole(total) ? Long.parseLong(String.valueOf(total)) : -1;
    }

    private void goOn(boolean atEnd, long total) {
        if (!atEnd && (total < 0 || offset < total)) {
            double rowBytes = Math.max(1, (double) arrival.size() / offset);
            arrival.expect(total < 0 ? -1 : (long) (rowBytes * total));
            arrival.report();
            askForRows((int) Math.max(1, Math.min(MOST_ROWS, Math.ceil(arrival.room() / rowBytes))));
        } else if (arrival.size() == 0) {
            arrival.fail("the column “" + column + "” of “" + wanted.dataset() + "” holds no text");
        } else {
            arrival.finish();
        }
    }

    /** The wanted column of texts, else the one called text, else the only one; empty after a complaint. */
    private String chooseColumn(JsonArray features) {
        List<String> all = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            JsonObject feature = features.getObject(i, new JsonObject());
            String name = feature.getString("name", "");
            String type = feature.getObject("type", new JsonObject()).getString("dtype", "");
            if (type.equals("string") || type.equals("large_string")) {
                texts.add(name);
            }
            all.add(name + (type.isEmpty() ? "" : " (" + type + ")"));
        }
        String usual = texts.contains("text") ? "text" : texts.size() == 1 ? texts.get(0) : "";
        String chosen = wanted.column().isEmpty() ? usual : texts.contains(wanted.column()) ? wanted.column() : "";
        if (chosen.isEmpty()) {
            String which = wanted.column().isEmpty() ? "text" : wanted.column();
            arrival.fail("“" + wanted.dataset() + "” has no column of texts called “" + which + "”. Its columns are "
                    + String.join(", ", all) + (texts.isEmpty() ? "; none holds texts" : ": name one of texts"));
        }
        return chosen;
    }
}
