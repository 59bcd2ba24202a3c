package microgpt.e2e;

import java.io.IOException;
import java.nio.file.Path;

/** Serves a built site until stopped: {@code Serve SITE [PORT]}. */
public final class Serve {
    private Serve() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path site = Path.of(args[0]);
        StaticSite server = new StaticSite(site);
        announce(server.url());
        Thread.currentThread().join();
    }

    @SuppressWarnings("SystemOut") // a command line's output
    private static void announce(String url) {
        System.out.println("microgpt is at " + url + " (stop with Ctrl-C)");
    }
}
