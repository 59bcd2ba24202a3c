package microgpt.web.shell;

import java.util.function.Consumer;
import microgpt.protocol.Codec;
import microgpt.web.dom.WorkerPort;
import org.teavm.jso.dom.html.HTMLElement;

/** A page's end of the wire to its worker: typed messages here, bytes beyond. */
public final class Link<C, R> implements Commands<C> {
    /** The commands of a program that joins another's worker are numbered after this. */
    private static final int JOINED = 1 << 30;

    private final Codec<C, R> codec;
    private final WorkerPort port;
    private final int before;
    private int sent;

    private Link(Codec<C, R> codec, WorkerPort port, int before) {
        this.codec = codec;
        this.port = port;
        this.before = before;
        sent = before;
    }

    /**
     * Starts a worker.
     *
     * @param role the worker's name, which says what it is to do; empty for the laboratory's
     * @param onBroken is told why the worker broke, if it does
     */
    public static <C, R> Link<C, R> start(
            String role, Codec<C, R> codec, Consumer<R> onReport, Consumer<String> onBroken) {
        return new Link<>(codec, WorkerPort.start(role, decoded(codec, onReport), onBroken), 0);
    }

    /** Joins the worker that another program has {@linkplain #share shared} in {@code place}, and hears what it says from now on. */
    public static <C, R> Link<C, R> join(HTMLElement place, Codec<C, R> codec, Consumer<R> onReport) {
        return new Link<>(codec, WorkerPort.join(place, decoded(codec, onReport)), JOINED);
    }

    private static <C, R> Consumer<byte[]> decoded(Codec<C, R> codec, Consumer<R> onReport) {
        return bytes -> onReport.accept(codec.decodeReport(bytes));
    }

    /** Lets another program of the page join the worker. */
    public void share(HTMLElement place) {
        port.share(place);
    }

    @Override
    public int send(C command) {
        sent++;
        port.send(codec.encodeCommand(sent, command));
        return sent;
    }

    /** Whether the command of this number was sent here, or (0) nobody asked for what is told of it. */
    public boolean sent(int number) {
        return number == 0 ? before == 0 : number > before && number <= sent;
    }
}
