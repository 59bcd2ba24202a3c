package microgpt.web.explore;

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
    private final Banner banner;
    private final ShareView share;
    private final Link<LabCommand, LabReport> link;
    private int run;

    Explorer(Surface surface, Panel root) {
        banner = surface.banner();
        share = new ShareView(root, surface.theme());
        new CurveFiles(root, surface.theme());
        link = Link.join(root.root(), new LabCodec(), report -> {
            if (report.concerns(run)) {
                report.deliverTo(this);
            }
        });
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
    }

    @Override
    public void on(LabReport.Started report) {
        run = report.run();
        share.show(report);
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
    public void on(LabReport.Transport report) {}

    @Override
    public void on(LabReport.Loading report) {}

    @Override
    public void on(LabReport.Progress report) {}

    @Override
    public void on(LabReport.Events report) {}

    @Override
    public void on(LabReport.Read report) {}

    @Override
    public void on(LabReport.Phases report) {}

    @Override
    public void on(LabReport.NextByte report) {}

    @Override
    public void on(LabReport.Attention report) {}

    @Override
    public void on(LabReport.Sampled report) {}

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
    public void on(LabReport.Reached report) {}
}
