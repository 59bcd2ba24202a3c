package microgpt.web.shell;

import java.util.function.Consumer;
import microgpt.protocol.Codec;
import microgpt.web.dom.WorkerPort;

/** The page's end of the wire to its worker: typed messages here, bytes beyond. */
public final class Link<C, R> implements Commands<C> {
    private final Codec<C, R> codec;
    private final WorkerPort port;
    private int sent;

    /**
     * Starts a worker.
     *
     * @param role the worker's name, which says what it is to do; empty for the laboratory's
     * @param onBroken is told why the worker broke, if it does
     */
    public Link(String role, Codec<C, R> codec, Consumer<R> onReport, Consumer<String> onBroken) {
        this.codec = codec;
        port = new WorkerPort(role, bytes -> onReport.accept(codec.decodeReport(bytes)), onBroken);
    }

    @Override
    public int send(C command) {
        sent++;
        port.send(codec.encodeCommand(sent, command));
        return sent;
    }
}
