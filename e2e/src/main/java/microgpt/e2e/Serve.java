package microgpt.e2e;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;

/** Serves a built site until stopped: {@code Serve SITE PORT}, where a taken port stands for the next free one. */
public final class Serve {
    private static final int PORTS_TO_TRY = 20;

    private Serve() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 2) {
            throw new IllegalArgumentException(args.length + " arguments; expected: SITE PORT");
        }
        announce(serve(Path.of(args[0]), Integer.parseInt(args[1])).url());
        Thread.currentThread().join(); // until Ctrl-C
    }

    static StaticSite serve(Path site, int firstPort) throws IOException {
        int lastPort = firstPort + PORTS_TO_TRY - 1;
        for (int port = firstPort; ; port++) {
            try {
                return new StaticSite(site, StaticSite.Isolation.ISOLATED, "/", port);
            } catch (BindException taken) {
                if (port == lastPort) {
                    throw new IOException("ports " + firstPort + " to " + lastPort + " are taken: try -Dport=", taken);
                }
            }
        }
    }

    @SuppressWarnings("SystemOut") // a command line's output
    private static void announce(String url) {
        System.out.println();
        System.out.println("  microgpt is at " + url + "   (Ctrl-C stops it)");
        System.out.println();
    }
}
