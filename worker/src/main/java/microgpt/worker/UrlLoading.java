package microgpt.worker;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import microgpt.corpus.ByteStream;
import microgpt.protocol.Report;

/**
 * An address on its way into a stream. Whatever ends the loading completes the stream: what has arrived can be learned
 * from.
 */
final class UrlLoading implements Fetching.Receiver {
    private static final double REPORT_MILLIS = 100;
    /** How many bytes tell a web page from a text. */
    private static final int HEAD = 64;

    private static final String WEB_PAGE =
            "the server sends a web page (HTML) instead of a text: look for the address of the raw file";

    private final ByteStream stream;
    private final long limit;
    private final EventLoop loop;
    private final Consumer<Report> page;
    private final Runnable arrived;
    private Runnable abort = () -> {};
    private byte[] head = {};
    private boolean headSeen;
    private long expected = -1;
    private double reportedAtMillis = Double.NEGATIVE_INFINITY;

    /** {@code arrived} runs whenever the stream has grown or is complete. */
    UrlLoading(ByteStream stream, long limit, EventLoop loop, Consumer<Report> page, Runnable arrived) {
        this.stream = stream;
        this.limit = limit;
        this.loop = loop;
        this.page = page;
        this.arrived = arrived;
    }

    void begin(Fetching fetching, String address) {
        report(); // so that the page can offer to give up before the server answers
        abort = fetching.begin(address, this);
    }

    /** Keeps what has arrived, and ends the stream there. */
    void cancel() {
        if (!stream.isComplete()) {
            finish();
        }
    }

    /** Stops without a word: nobody wants the stream any more. */
    void abandon() {
        abort.run();
    }

    @Override
    public void opened(int status, String contentType, long length) {
        expected = length < 0 ? -1 : Math.min(length, limit);
        if (status != 200) {
            fail("the server answers " + status + ": " + advice(status));
        } else if (contentType.startsWith("text/html")) {
            fail(WEB_PAGE);
        } else {
            report();
        }
    }

    @Override
    public void received(byte[] piece) {
        if (headSeen) {
            take(piece);
            return;
        }
        int before = head.length;
        head = Arrays.copyOf(head, before + piece.length);
        System.arraycopy(piece, 0, head, before, piece.length);
        if (head.length >= HEAD) {
            takeHead();
        }
    }

    @Override
    public void ended() {
        if (!headSeen) {
            takeHead();
        }
        if (stream.isComplete()) {
            return;
        }
        if (stream.size() == 0) {
            fail("the address holds no bytes, so there is nothing to learn: check it in a tab of its own");
        } else {
            finish();
        }
    }

    @Override
    public void failed(String reason) {
        if (stream.size() > 0) {
            fail("the connection broke (" + reason + "); the " + stream.size() + " bytes that arrived are kept");
        } else {
            fail("the address could not be read (" + reason + "): this browser is offline, the address is wrong, or its"
                    + " server does not let other sites read it (CORS); browsers do not say which. Check the address,"
                    + " or download the file and choose it here");
        }
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403 -> "not for everyone; choose an address that is public";
            case 404, 410 -> "nothing there; check the address";
            case 429 -> "too many requests; wait a minute";
            default -> status >= 500 ? "trouble of its own; try again later" : "not the file; check the address";
        };
    }

    /** Whatever the case of the letters. */
    private static boolean begins(String text, String beginning) {
        return text.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    private void takeHead() {
        headSeen = true;
        int length = Math.min(head.length, HEAD);
        String start = new String(head, 0, length, StandardCharsets.ISO_8859_1)
                .replace("\u00ef\u00bb\u00bf", "") // a byte order mark
                .trim();
        if (begins(start, "<!doctype html") || begins(start, "<html")) {
            fail(WEB_PAGE);
        } else {
            take(head);
        }
        head = new byte[0];
    }

    private void take(byte[] piece) {
        int length = (int) Math.min(piece.length, limit - stream.size());
        stream.append(piece, 0, length);
        if (stream.size() == limit) {
            finish();
        } else if (loop.nowMillis() >= reportedAtMillis + REPORT_MILLIS) {
            report();
        }
        arrived.run();
    }

    private void fail(String message) {
        finish();
        page.accept(new Report.Failed("loading the stream", message));
    }

    private void finish() {
        abort.run();
        stream.complete();
        report();
        arrived.run();
    }

    private void report() {
        reportedAtMillis = loop.nowMillis();
        long known = stream.isComplete() ? stream.size() : stream.size() <= expected ? expected : -1;
        page.accept(new Report.Loading(stream.size(), known, stream.isComplete()));
    }
}
