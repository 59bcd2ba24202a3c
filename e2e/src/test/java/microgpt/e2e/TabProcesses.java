package microgpt.e2e;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** The processes in which a browser's tabs run, for tests that kill them as the system would. */
final class TabProcesses {
    private final CDPSession session;
    private final Set<Long> known = new HashSet<>();

    TabProcesses(Browser browser) {
        session = browser.newBrowserCDPSession();
    }

    /** Remembers which there are. */
    void note() {
        known.clear();
        known.addAll(running());
    }

    /** Kills all that began since {@link #note}, without a word to them, and waits until they are gone. */
    void killNewest() {
        Set<Long> began = running();
        began.removeAll(known);
        if (began.isEmpty()) {
            throw new AssertionError("no tab has begun since");
        }
        for (long id : began) {
            ProcessHandle process = ProcessHandle.of(id).orElseThrow();
            process.destroyForcibly();
            try {
                process.onExit().join();
            } catch (CompletionException e) {
                throw new AssertionError("process " + id + " goes on", e);
            }
        }
    }

    private Set<Long> running() {
        Set<Long> ids = new HashSet<>();
        JsonObject answer = session.send("SystemInfo.getProcessInfo");
        for (JsonElement one : answer.getAsJsonArray("processInfo")) {
            JsonObject process = one.getAsJsonObject();
            if (process.get("type").getAsString().equals("renderer")) {
                ids.add(process.get("id").getAsLong());
            }
        }
        return ids;
    }
}
