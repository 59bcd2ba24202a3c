package microgpt.web;

import microgpt.numeric.Nullable;
import microgpt.protocol.Command;
import microgpt.protocol.Report;
import microgpt.protocol.Source;
import microgpt.web.dom.Browser;
import microgpt.web.view.Banner;

/** The run that the page has asked for: its recipe, its stream, and whether it is to run by itself. */
final class Lab {
    private final Banner banner;
    private @Nullable WorkerLink link;
    private @Nullable Dashboard dashboard;
    private String recipe = "";
    private @Nullable Source source;
    private boolean ready;
    private boolean runs;

    Lab(Banner banner) {
        this.banner = banner;
        runs = !Browser.matches("(prefers-reduced-motion: reduce)") && !Browser.savesData();
    }

    void open(Dashboard reports) {
        dashboard = reports;
        link = new WorkerLink(reports, this::broken);
        if (!runs) {
            reports.transport.awaitReader();
        }
    }

    void send(Command command) {
        if (link != null && (ready || command instanceof Command.Start)) {
            link.send(command);
        }
    }

    /** Builds a run over {@code from}; it runs as soon as it stands, unless the reader wants stillness. */
    void start(String recipeText, Source from) {
        recipe = recipeText;
        source = from;
        begin();
    }

    void reset() {
        begin();
    }

    void workerIsReady() {
        ready = true;
        begin();
    }

    /** The worker stands at position 0 of the new run. */
    void runIsBuilt() {
        if (dashboard != null) {
            send(new Command.Speed(dashboard.transport.stepsPerSecond()));
            dashboard.watchAgain();
        }
        if (runs) {
            send(new Command.Run());
        }
    }

    void fail(Report.Failed failed) {
        banner.say("Something went wrong while " + failed.doing() + ": " + failed.message());
    }

    private void begin() {
        Source from = source;
        if (ready && from != null) {
            send(new Command.Start(recipe, from));
        }
    }

    private void broken(String message) {
        String why = message.startsWith("failed:")
                ? message.substring("failed:".length()).trim()
                : message;
        banner.say(
                "The part of the page that computes has stopped (" + why + "). What it had learned is lost. "
                        + "Reload the page to begin again; if that does not help, try a current Chrome, Edge, Firefox or Safari.");
    }
}
