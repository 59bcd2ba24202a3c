package microgpt.worker;

import microgpt.protocol.StepReport;

/** The entry point of the worker that serves the page that steps through a GPT. */
public final class StepWorkerMain {
    private StepWorkerMain() {}

    public static void main(String[] args) {
        StepPort page = new StepPort();
        page.onCommand(new StepSession(new BrowserLoop(), page));
        page.accept(new StepReport.Ready());
    }
}
