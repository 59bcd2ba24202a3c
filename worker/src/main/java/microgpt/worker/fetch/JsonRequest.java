package microgpt.worker.fetch;

import com.grack.nanojson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import microgpt.json.Json;
import microgpt.json.JsonException;
import microgpt.worker.loop.EventLoop;

/** A question to a server that answers in JSON; it is asked again, a few times, as long as it says that it is busy. */
final class JsonRequest {
    /** What becomes of it. */
    interface Receiver {
        /** The answer; an empty object if it is none in JSON. */
        void answered(int status, JsonObject answer);

        /** The browser gives up, for a reason in its own words. */
        void failed(String reason);
    }

    private static final double[] WAITS_MILLIS = {2_000, 8_000, 20_000};
    /** Both servers keep their answers far below. */
    private static final int LARGEST_ANSWER = 16_000_000;

    private final Fetcher fetching;
    private final EventLoop loop;
    private final Download arrival;
    private final String address;
    private final Receiver receiver;
    private int asked;

    /** {@code arrival} is what the answer is for: it is told of waits, and ends the asking. */
    JsonRequest(Fetcher fetching, EventLoop loop, Download arrival, String address, Receiver receiver) {
        this.fetching = fetching;
        this.loop = loop;
        this.arrival = arrival;
        this.address = address;
        this.receiver = receiver;
    }

    void begin() {
        if (!arrival.isOver()) {
            asked++;
            arrival.use(fetching.begin(address, new Answer()));
        }
    }

    private void answered(int status, byte[] body) {
        boolean busy = status == 429 || status == 502 || status == 503 || status == 504;
        if (busy && asked <= WAITS_MILLIS.length) {
            double wait = WAITS_MILLIS[asked - 1];
            arrival.waiting(
                    "the server is busy (" + status + "), so it is asked again in " + (int) (wait / 1000) + " s");
            loop.later(wait, this::begin);
        } else {
            receiver.answered(status, parsed(body));
        }
    }

    private static JsonObject parsed(byte[] body) {
        try {
            return Json.object(new String(body, StandardCharsets.UTF_8));
        } catch (JsonException e) {
            return new JsonObject();
        }
    }

    /** One answer, piece by piece. */
    private final class Answer implements Fetcher.Receiver {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private int status;

        @Override
        public void opened(int answered, String contentType, long length) {
            status = answered;
            if (length > LARGEST_ANSWER) {
                refuse();
            } else {
                arrival.next();
            }
        }

        @Override
        public void redirected(String server) {
            failed("it sends on to another server" + (server.isEmpty() ? "" : ", " + server) + ", which was not named");
        }

        @Override
        public void received(byte[] piece) {
            if (body.size() + piece.length > LARGEST_ANSWER) {
                refuse();
            } else {
                arrival.attempt(() -> body.write(piece, 0, piece.length));
                arrival.next();
            }
        }

        private void refuse() {
            arrival.failKeeping("the server's answer is larger than " + LARGEST_ANSWER / 1_000_000 + " MB");
        }

        @Override
        public void ended() {
            if (!arrival.isOver()) {
                arrival.attempt(() -> answered(status, body.toByteArray()));
            }
        }

        @Override
        public void failed(String reason) {
            if (!arrival.isOver()) {
                receiver.failed(reason);
            }
        }
    }
}
