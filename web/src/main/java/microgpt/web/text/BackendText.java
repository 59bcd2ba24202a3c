package microgpt.web.text;

import java.util.Map;

/** What back ends are, for readers who see their names only. */
public final class BackendText {
    private static final Map<String, String> KNOWN =
            Map.of("simd", "SIMD kernels", "java", "plain Java, the reference");

    private BackendText() {}

    /** What the back end with this name is; the name itself if nobody has described it. */
    public static String describe(String name) {
        return KNOWN.getOrDefault(name, name);
    }
}
