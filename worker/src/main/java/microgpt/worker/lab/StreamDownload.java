package microgpt.worker.lab;

import java.util.function.Consumer;
import java.util.function.Supplier;
import microgpt.corpus.ByteStream;
import microgpt.numeric.Nullable;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.fetch.Download;
import microgpt.worker.fetch.DownloadListener;
import microgpt.worker.fetch.Fetcher;
import microgpt.worker.fetch.UrlDownload;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Task;

/**
 * What fills the stream of the present run, where that is read from an address, and the stream of the run to come: that
 * begins with the first bytes that arrive, so whatever fails before them costs the present run nothing.
 */
final class StreamDownload {
    private final EventLoop loop;
    private final Fetcher fetching;
    private final Consumer<LabReport> page;
    private final Runnable onGrown;
    private @Nullable Download present;
    private @Nullable Awaited awaited;

    /** {@code onGrown} runs when there is more to learn. */
    StreamDownload(EventLoop loop, Fetcher fetching, Consumer<LabReport> page, Runnable onGrown) {
        this.loop = loop;
        this.fetching = fetching;
        this.page = page;
        this.onGrown = onGrown;
    }

    /** Begins to fill {@code stream}; {@code begin} is asked for a run of it once it has a byte. */
    void await(ByteStream stream, Source.Url url, Task task, Supplier<LabRun> begin) {
        Awaited begun = new Awaited(stream, url.limit(), task, begin);
        awaited = begun;
        new UrlDownload(begun.download).begin(fetching, url.address());
    }

    /** The run has learned: there may be room for more. */
    void resume() {
        if (present != null) {
            present.resume();
        }
    }

    /** Gives up what is awaited, if anything is; else what of the present stream has not arrived: it ends there. */
    void cancel() {
        if (awaited != null) {
            forgetAwaited();
        } else if (present != null) {
            present.cancel();
        }
    }

    /** The stream that is awaited is not wanted any more. */
    void forgetAwaited() {
        if (awaited != null) {
            awaited.download.abandon();
            awaited.over();
        }
    }

    /** The run is left: nothing more of its stream is wanted. */
    void abandon() {
        if (present != null) {
            present.abandon();
            present = null;
        }
    }

    /** A stream on its way, and the run that begins with its first bytes. */
    private final class Awaited implements DownloadListener {
        final Download download;

        private final ByteStream stream;
        private final Task task;
        private final Supplier<LabRun> begin;
        private @Nullable LabRun run;
        private long known = -1;

        Awaited(ByteStream stream, long limit, Task task, Supplier<LabRun> begin) {
            this.stream = stream;
            this.task = task;
            this.begin = begin;
            download = new Download(stream, limit, loop, this);
        }

        /** No run will begin. */
        void over() {
            awaited = null;
            page.accept(new LabReport.Awaited(task.command(), true));
        }

        @Override
        public void loading(long bytes, long inAll, boolean complete, boolean held) {
            known = inAll;
            if (run != null) {
                page.accept(new LabReport.Loading(run.id(), bytes, known, complete, held ? LabRun.FULL : ""));
            } else if (!complete) {
                page.accept(new LabReport.Awaited(task.command(), false));
            }
        }

        private void beginRun() {
            awaited = null;
            if (task.run(() -> run = begin.get())) {
                present = download;
                loading(stream.size(), known, stream.isComplete(), false);
            } else {
                download.abandon();
                over();
            }
        }

        @Override
        public boolean hasRoom() {
            return run == null || run.hasRoom();
        }

        @Override
        public void waiting(String why) {}

        @Override
        public void failed(String message) {
            if (run == null) {
                over();
            }
            task.fail(message);
        }

        @Override
        public void grown() {
            if (run == null && stream.size() > 0) {
                beginRun();
            }
            onGrown.run();
        }
    }
}
