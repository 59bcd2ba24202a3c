package microgpt.worker.fetch;

import java.util.ArrayList;
import java.util.List;

/** The news of a loading, in words. */
final class RecordedDownload implements DownloadListener {
    final List<String> heard = new ArrayList<>();
    boolean full;

    String last() {
        return heard.get(heard.size() - 1);
    }

    @Override
    public void loading(long bytes, long known, boolean complete, boolean held) {
        heard.add(bytes + " of " + known + (complete ? ", complete" : "") + (held ? ", held" : ""));
    }

    @Override
    public boolean hasRoom() {
        return !full;
    }

    @Override
    public void waiting(String why) {
        heard.add("waits: " + why);
    }

    @Override
    public void failed(String message) {
        heard.add("failed: " + message);
    }

    @Override
    public void grown() {}
}
