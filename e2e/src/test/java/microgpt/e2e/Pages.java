package microgpt.e2e;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The pages of the site, and how a test has them served with changes. */
final class Pages {
    private Pages() {}

    /** Their files. */
    static List<String> all() throws IOException {
        try (Stream<Path> files = Files.list(LabExtension.built())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    /** Those whose program is Java. */
    static List<String> programs() throws IOException {
        List<String> programs = new ArrayList<>();
        for (String page : all()) {
            if (Files.readString(LabExtension.built().resolve(page)).contains("src=\"page.js\"")) {
                programs.add(page);
            }
        }
        return programs;
    }

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
