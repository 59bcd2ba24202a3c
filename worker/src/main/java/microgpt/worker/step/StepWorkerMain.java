package microgpt.worker.step;

import microgpt.protocol.step.StepCodec;
import microgpt.protocol.step.StepCommand;
import microgpt.protocol.step.StepReport;
import microgpt.worker.loop.BrowserLoop;
import microgpt.worker.loop.Port;

/** The entry point of the worker that serves the page that steps through a GPT. */
public final class StepWorkerMain {
    private StepWorkerMain() {}

    public static void main(String[] args) {
        Port<StepCommand, StepReport> page = new Port<>(new StepCodec(), StepReport.Failed::new);
        StepSession session = new StepSession(new BrowserLoop(), page);
        page.onCommand(session::handle);
        page.accept(new StepReport.Ready());
    }
}
