package microgpt.e2e;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.UnaryOperator;

/** Pages of the site, served with changes. */
final class Pages {
    private Pages() {}

    /** From now on the lab's browser gets this page so changed. */
    static void change(Lab lab, String file, UnaryOperator<String> change) {
        try {
            String html = change.apply(Files.readString(LabExtension.built().resolve(file)));
            String address = file.equals("index.html") ? lab.site() : lab.site() + file;
            lab.page()
                    .context()
                    .route(
                            url -> url.split("#", 2)[0].equals(address),
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("text/html; charset=utf-8")
                                    .setBody(html)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
