package microgpt.worker.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The text at an address on its way into a stream. */
public final class UrlDownload implements Fetcher.Receiver {
    /** How many bytes tell a web page from a text. */
    private static final int HEAD = 64;

    private static final String WEB_PAGE =
            "the server sends a web page (HTML) instead of a text: look for the address of the raw file";

    private final Download arrival;
    private byte[] head = {};
    private boolean headSeen;

    public UrlDownload(Download arrival) {
        this.arrival = arrival;
    }

    public void begin(Fetcher fetching, String address) {
        arrival.report(); // so that the page can offer to give up before the server answers
        arrival.use(fetching.begin(address, this));
    }

    @Override
    public void opened(int status, String contentType, long length) {
        arrival.expect(length);
        if (status != 200) {
            arrival.fail("the server answers " + status + ": " + advice(status));
        } else if (contentType.startsWith("text/html")) {
            arrival.fail(WEB_PAGE);
        } else {
            arrival.report();
            arrival.next();
        }
    }

    @Override
    public void redirected(String server) {
        arrival.fail("the server sends on to another one" + (server.isEmpty() ? "" : " (" + server + ")")
                + ", and only the one that was named is asked: open the address in a tab to see where it leads, and give that"
                + " address, or download the file and choose it here");
    }

    @Override
    public void received(byte[] piece) {
        arrival.attempt(() -> {
            if (headSeen) {
                arrival.take(piece);
            } else {
                takeBeginning(piece);
            }
        });
        arrival.next();
    }

    private void takeBeginning(byte[] piece) {
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
        if (arrival.isOver()) {
            return;
        }
        if (arrival.size() == 0) {
            arrival.fail("the address holds no bytes, so there is nothing to learn: check it in a tab of its own");
        } else {
            arrival.finish();
        }
    }

    @Override
    public void failed(String reason) {
        if (arrival.size() > 0) {
            arrival.fail(
                    "the connection broke (" + reason + "); the " + arrival.size() + " bytes that arrived are kept");
        } else {
            arrival.fail(
                    "the address could not be read (" + reason + "): this browser is offline, the address is wrong,"
                            + " or its server does not let other sites read it (CORS); browsers do not say which. Check the"
                            + " address, or download the file and choose it here");
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
            arrival.fail(WEB_PAGE);
        } else {
            arrival.take(head);
        }
        head = new byte[0];
    }
}
