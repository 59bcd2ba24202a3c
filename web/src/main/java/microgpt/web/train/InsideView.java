package microgpt.web.train;

import java.util.function.Consumer;
import microgpt.protocol.TrainCommand;
import microgpt.protocol.TrainReport;

/** How the model sees a text: what it expects next, where it looks, and what changes without a part of it. */
final class InsideView {
    InsideView(Consumer<TrainCommand> commands) {}

    void show(TrainReport.Started report) {}

    void show(TrainReport.Inside report) {}
}
