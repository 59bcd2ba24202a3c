package microgpt.web.explore;

import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabCodec;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Commands;
import microgpt.web.shell.Link;
import microgpt.web.shell.Surface;

/** The tools' table of contents: which tool is shown which report of a laboratory that another program has opened. */
final class Explorer implements LabReport.Handler, Commands<LabCommand> {
    private final Panel root;
    private final Banner banner;
    private final ShareView share;
    private final TravelView travel;
    private final Link<LabCommand, LabReport> link;
    private final TalkView talk;
    private final GuessView guess;
    private @Nullable TourView tour;
    private final ModelView model;
    private final ForgettingView forgetting;
    private int run;

    Explorer(Surface surface, Panel root) {
        this.root = root;
        banner = surface.banner();
        share = new ShareView(root, surface.theme());
        new CurveFiles(root, surface.theme());
        travel = new TravelView(root, surface.frames(), this);
        link = Link.join(root.root(), new LabCodec(), report -> {
            if (report.concerns(run)) {
                report.deliverTo(this);
            }
        });
        talk = new TalkView(root, surface, this);
        guess = new GuessView(root, this);
        model = new ModelView(root, surface.frames(), surface.theme(), this);
        forgetting = new ForgettingView(root, surface.frames(), surface.theme(), this);
    }

    /** The page's tour leads through this laboratory. */
    void guide(Panel page) {
        tour = new TourView(page, root, this);
    }

    /** Asks for the run that has begun already. */
    void open() {
        send(new LabCommand.Describe());
    }

    @Override
    public int send(LabCommand command) {
        return link.send(command);
    }

    @Override
    public void on(LabReport.Described report) {
        on(report.started());
        on(new LabReport.Transport(report.started().run(), report.running(), 0, false));
        travel.show(report);
    }

    @Override
    public void on(LabReport.Started report) {
        run = report.run();
        model.show(report);
        forgetting.show(report);
        share.show(report);
        talk.show(report);
        guess.show(report);
        if (tour != null) {
            tour.show(report);
        }
        travel.show(report);
    }

    @Override
    public void on(LabReport.Failed failed) {
        if (link.sent(failed.command())) {
            banner.say("Something went wrong while " + failed.doing() + ": " + failed.message() + ".");
        }
    }

    @Override
    public void on(LabReport.Ready report) {}

    @Override
    public void on(LabReport.Awaited report) {}

    @Override
    public void on(LabReport.Transport report) {
        if (tour != null) {
            tour.show(report);
        }
        travel.show(report);
    }

    @Override
    public void on(LabReport.Loading report) {}

    @Override
    public void on(LabReport.Progress report) {
        talk.show(report);
        guess.show(report);
        if (tour != null) {
            tour.show(report);
        }
        travel.show(report);
    }

    @Override
    public void on(LabReport.Events report) {}

    @Override
    public void on(LabReport.Read report) {
        if (tour != null) {
            tour.show(report);
        }
    }

    @Override
    public void on(LabReport.Phases report) {
        if (tour != null) {
            tour.show(report);
        }
    }

    @Override
    public void on(LabReport.NextByte report) {}

    @Override
    public void on(LabReport.Attention report) {
        model.show(report);
    }

    @Override
    public void on(LabReport.Sampled report) {
        talk.show(report);
    }

    @Override
    public void on(LabReport.Gzipped report) {}

    @Override
    public void on(LabReport.Tuned report) {}

    @Override
    public void on(LabReport.Diverged report) {}

    @Override
    public void on(LabReport.WentBack report) {}

    @Override
    public void on(LabReport.SelfTested report) {}

    @Override
    public void on(LabReport.Encoding report) {}

    @Override
    public void on(LabReport.Encoded report) {}

    @Override
    public void on(LabReport.Decoding report) {}

    @Override
    public void on(LabReport.Decoded report) {}

    @Override
    public void on(LabReport.Supposed report) {
        talk.show(report);
    }

    @Override
    public void on(LabReport.Predicted report) {
        guess.show(report);
    }

    @Override
    public void on(LabReport.Inserted report) {
        talk.show(report);
    }

    @Override
    public void on(LabReport.Reached report) {}

    @Override
    public void on(LabReport.Travelled report) {
        travel.show(report);
    }

    @Override
    public void on(LabReport.Courses report) {
        travel.show(report);
    }

    @Override
    public void on(LabReport.ModelPicture report) {
        model.show(report);
    }

    @Override
    public void on(LabReport.EmbeddingMap report) {
        model.show(report);
    }

    @Override
    public void on(LabReport.Forgetting report) {
        forgetting.show(report);
    }
}
