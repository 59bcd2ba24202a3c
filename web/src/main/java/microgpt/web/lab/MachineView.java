package microgpt.web.lab;

import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.shell.Header;
import microgpt.web.text.BackendText;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** Which back end computes, why, and whether it computes what the reference does. */
final class MachineView {
    private final Header header;
    private final HTMLElement why;
    private final HTMLElement table;

    MachineView(Panel root, Header header, Commands<LabCommand> commands) {
        this.header = header;
        why = root.part("backend-why");
        table = root.part("self-test-table");
        root.part("self-test").onClick(event -> commands.send(new LabCommand.SelfTest()));
    }

    void show(LabReport.Ready report) {
        header.showBackend(report.backend(), report.why());
        Dom.text(why, "Computing with " + BackendText.describe(report.backend()) + ": " + report.why() + ".");
    }

    void show(LabReport.SelfTested report) {
        HTMLElement body = table.querySelector("tbody").clear();
        for (LabReport.Check check : report.checks()) {
            HTMLElement row = Dom.append(body, "tr", "", "");
            Dom.append(row, "td", "", check.operation());
            Dom.append(row, "td", "", Numbers.significant(check.difference()));
            Dom.append(row, "td", "", Numbers.significant(check.tolerance()));
            Dom.append(row, "td", "", check.passed() ? "agrees" : "differs");
        }
        table.setHidden(false);
    }
}
