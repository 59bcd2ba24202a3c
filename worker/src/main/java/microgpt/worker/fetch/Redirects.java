package microgpt.worker.fetch;

/**
 * Where a server that the reader named may send on to: nowhere, unless it is known to keep its files on servers of its own.
 * Servers are given as origins, for example {@code https://example.org}.
 */
final class Redirects {
    /** Its files come from {@code cdn-lfs.huggingface.co} and {@code cas-bridge.xethub.hf.co}, or others of the two domains. */
    private static final String HUGGING_FACE = "https://huggingface.co";

    private static final String HTTPS = "https://";

    private Redirects() {}

    /** Whether the browser is to follow a redirect; where it goes is to be looked at afterwards. */
    static boolean areFollowed(String named) {
        return named.equals(HUGGING_FACE);
    }

    /** Whether what comes from {@code answered} may be taken for the answer of {@code named}. */
    static boolean mayLead(String named, String answered) {
        return answered.equals(named)
                || (areFollowed(named)
                        && answered.startsWith(HTTPS)
                        && (answered.endsWith(".huggingface.co") || answered.endsWith(".hf.co")));
    }
}
