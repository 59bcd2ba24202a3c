package microgpt.web.lab;

import java.util.HashMap;
import java.util.Map;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabCommand;
import microgpt.web.shell.Commands;

/** Which run reads which stream, and what the present one still gets from the page. */
final class StreamFeed {
    private final Map<Integer, StreamChoice> asked = new HashMap<>();
    private @Nullable StreamChoice present;
    private int run;

    /** A run of this stream was asked for by the command of this number, which will be that of the run. */
    void asked(int start, StreamChoice stream) {
        asked.put(start, stream);
    }

    /** The run of this number was built: what it reads, null if nobody asked for it. The stream before gets no more. */
    @Nullable StreamChoice built(int number) {
        if (present != null) {
            present.stop();
        }
        run = number;
        present = asked.get(number);
        asked.keySet().removeIf(start -> start <= number);
        return present;
    }

    /** Sends the present run what the worker cannot get by itself. */
    void begin(Commands<LabCommand> commands) {
        if (present != null) {
            present.feed(run, commands);
        }
    }

    /** The worker has room for the next piece. */
    void goOn() {
        if (present != null) {
            present.goOn();
        }
    }

    /** Gives up what of the present stream has not arrived yet: the rest is read. */
    void cancel(Commands<LabCommand> commands) {
        if (present != null) {
            present.cancel(run, commands);
        }
    }
}
