package microgpt.web.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import microgpt.web.dom.Browser;

/** Files of the site that a page begins with, as texts. */
public final class SiteFiles {
    private final Map<String, String> texts = new HashMap<>();

    private SiteFiles() {}

    /** Fetches all of {@code files}, then hands them to {@code then}, unless one is missing: that is said. */
    public static void fetch(List<String> files, Banner banner, Consumer<SiteFiles> then) {
        SiteFiles fetched = new SiteFiles();
        List<String> awaited = new ArrayList<>(files);
        for (String file : files) {
            Browser.fetchText(
                    file,
                    text -> {
                        fetched.texts.put(file, text);
                        awaited.remove(file);
                        if (awaited.isEmpty()) {
                            then.accept(fetched);
                        }
                    },
                    banner::missingFile);
        }
    }

    /** The text of a file that was asked for. */
    public String text(String file) {
        return texts.getOrDefault(file, "");
    }
}
