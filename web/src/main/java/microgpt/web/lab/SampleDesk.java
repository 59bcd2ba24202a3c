package microgpt.web.lab;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.shell.Commands;

/** The samples that were asked for and are not complete, and where on the page each is written. */
final class SampleDesk {
    private final Commands<LabCommand> commands;
    private final Map<Integer, Order> orders = new HashMap<>();
    private int nextId = 1;

    /** How bytes are drawn. */
    record Drawing(double temperature, int topK, double topP, int length, long seed) {}

    private record Order(int command, WrittenSample sample) {}

    SampleDesk(Commands<LabCommand> commands) {
        this.commands = commands;
    }

    SampleRequest ask(WrittenSample into, String prompt, Drawing drawing) {
        int id = nextId++;
        into.begin(prompt);
        int command = commands.send(new LabCommand.Sample(
                id,
                Bytes.of(prompt.getBytes(StandardCharsets.UTF_8)),
                drawing.temperature(),
                drawing.topK(),
                drawing.topP(),
                drawing.length(),
                drawing.seed()));
        orders.put(id, new Order(command, into));
        return new SampleRequest(id, command);
    }

    /** Another run begins: nothing more comes of what was asked of the one before. */
    void clear() {
        orders.clear();
    }

    boolean isIdle() {
        return orders.isEmpty();
    }

    void show(LabReport.Sampled report) {
        Order order = orders.get(report.id());
        if (order != null) {
            order.sample().show(report);
            if (report.complete()) {
                orders.remove(report.id());
            }
        }
    }

    /** Nothing more comes of a sample that could not be written; says whether it was one. */
    boolean show(LabReport.Failed report) {
        for (Map.Entry<Integer, Order> each : orders.entrySet()) {
            if (each.getValue().command() == report.command()) {
                each.getValue().sample().end();
                orders.remove(each.getKey());
                return true;
            }
        }
        return false;
    }
}
