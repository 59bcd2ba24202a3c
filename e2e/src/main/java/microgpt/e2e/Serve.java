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
        return serve(new Folder(site), firstPort);
    }

    /** Serves {@code contents} on the first port from {@code firstPort} on that is free. */
    public static StaticSite serve(StaticSite.Contents contents, int firstPort) throws IOException {
        int lastPort = firstPort + PORTS_TO_TRY - 1;
        for (int port = firstPort; ; port++) {
            try {
                return new StaticSite(contents, StaticSite.Isolation.ISOLATED, "/", port);
            } catch (BindException taken) {
                if (port == lastPort) {
                    throw new IOException("ports " + firstPort + " to " + lastPort + " are taken: try -Dport=", taken);
                }
            }
        }
    }

    /** Tells the developer where the site is. */
    @SuppressWarnings("SystemOut") // a command line's output
    public static void announce(String url) {
        System.out.println();
        System.out.println("  microgpt is at " + url + "   (Ctrl-C stops it)");
        System.out.println();
    }
}
