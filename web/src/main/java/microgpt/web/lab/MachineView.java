package microgpt.web.lab;

import java.util.function.Consumer;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** Which back end computes, why, and whether it computes what the reference does. */
public final class MachineView {
    private final HTMLElement chip = Dom.byId("backend");
    private final HTMLElement why = Dom.byId("backend-why");
    private final HTMLElement table = Dom.byId("self-test-table");

    public MachineView(Consumer<LabCommand> commands) {
        Dom.byId("self-test").onClick(event -> commands.accept(new LabCommand.SelfTest()));
    }

    public void show(LabReport.Ready report) {
        Dom.text(chip, report.backend());
        chip.setTitle(report.why());
        chip.setHidden(false);
        String means = report.backend().equals("simd") ? "SIMD kernels" : "plain Java, the reference";
        Dom.text(why, "Computing with " + means + ": " + report.why() + ".");
    }

    public void show(LabReport.SelfTested report) {
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
