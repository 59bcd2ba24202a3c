package microgpt.worker.train;

import java.util.function.Consumer;
import microgpt.numeric.Nullable;
import microgpt.protocol.Source;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.fetch.Fetcher;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Task;

/** The text that the next run will train on: none at first, and another whenever the page brings one. */
final class CurrentText {
    private final EventLoop loop;
    private final Fetcher fetching;
    private final Consumer<TrainReport> page;
    private @Nullable TrainText text;

    CurrentText(EventLoop loop, Fetcher fetching, Consumer<TrainReport> page) {
        this.loop = loop;
        this.fetching = fetching;
        this.page = page;
    }

    /** The beginning of a text, which becomes the present one with {@link #begin}. */
    TrainText open(Source source, Task task) {
        return new TrainText(source, task, loop, page);
    }

    /** Makes {@code opened} the present text, and fetches it if it is elsewhere. */
    void begin(TrainText opened, Source source) {
        use(opened);
        opened.fetch(fetching, source);
    }

    /** Makes another text the present one, and gives up on what was still to arrive of the last. */
    void use(TrainText other) {
        if (text != null && text != other) {
            text.abandon();
        }
        text = other;
        other.tell(-1);
    }

    void append(TrainCommand.Append append) {
        present().append(append.piece(), append.last());
    }

    void cancel() {
        present().cancel();
    }

    /** Its bytes so far; 0 if there is no text. */
    long bytes() {
        return text == null ? 0 : text.stream().size();
    }

    /** The present text if it has this hash, else null. */
    @Nullable TrainText ifItIs(String hash) {
        return text != null && text.hash().equals(hash) ? text : null;
    }

    /** @throws IllegalStateException if there is none */
    TrainText present() {
        if (text == null) {
            throw new IllegalStateException("there is no text: load one first");
        }
        return text;
    }
}
