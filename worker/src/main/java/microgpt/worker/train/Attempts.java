package microgpt.worker.train;

import java.util.function.Consumer;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.loop.FailureText;

/** Does what may fail; the page is told what was being done, and why it failed. */
final class Attempts {
    private final Consumer<TrainReport> page;

    Attempts(Consumer<TrainReport> page) {
        this.page = page;
    }

    void attempt(String doing, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | OutOfMemoryError e) {
            failed(doing, e);
        }
    }

    void failed(String doing, Throwable cause) {
        page.accept(new TrainReport.Failed(doing, FailureText.describe(cause)));
    }
}
