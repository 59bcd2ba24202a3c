package microgpt.worker.lab;

import java.util.function.Consumer;
import microgpt.numeric.Nullable;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.fetch.Download;
import microgpt.worker.fetch.DownloadListener;
import microgpt.worker.fetch.Fetcher;
import microgpt.worker.fetch.UrlDownload;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Task;

/** What fills the stream of the present run, where that is read from an address. */
final class StreamDownload {
    private final EventLoop loop;
    private final Fetcher fetching;
    private final Consumer<LabReport> page;
    private final Runnable onGrown;
    private @Nullable Download present;

    /** {@code onGrown} runs when there is more to learn. */
    StreamDownload(EventLoop loop, Fetcher fetching, Consumer<LabReport> page, Runnable onGrown) {
        this.loop = loop;
        this.fetching = fetching;
        this.page = page;
        this.onGrown = onGrown;
    }

    /** Begins to fill the stream of a run. */
    void begin(LabRun run, Source.Url url, Task task) {
        Download begun = new Download(run.stream(), url.limit(), loop, listener(run, task));
        present = begun;
        new UrlDownload(begun).begin(fetching, url.address());
    }

    private DownloadListener listener(LabRun run, Task task) {
        return new DownloadListener() {
            @Override
            public void loading(long bytes, long known, boolean complete, boolean held) {
                page.accept(new LabReport.Loading(run.id(), bytes, known, complete, held ? LabRun.FULL : ""));
            }

            @Override
            public boolean hasRoom() {
                return run.hasRoom();
            }

            @Override
            public void waiting(String why) {}

            @Override
            public void failed(String message) {
                task.fail(message);
            }

            @Override
            public void grown() {
                onGrown.run();
            }
        };
    }

    /** The run has learned: there may be room for more. */
    void resume() {
        if (present != null) {
            present.resume();
        }
    }

    /** Gives up what has not arrived: the stream ends there. */
    void cancel() {
        if (present != null) {
            present.cancel();
        }
    }

    /** The run is left: nothing more of its stream is wanted. */
    void abandon() {
        if (present != null) {
            present.abandon();
            present = null;
        }
    }
}
