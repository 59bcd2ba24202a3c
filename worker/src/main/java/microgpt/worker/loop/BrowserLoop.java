package microgpt.worker.loop;

import java.util.ArrayDeque;
import java.util.Queue;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.browser.Window;
import org.teavm.jso.workers.MessagePort;

/**
 * The worker's event loop. A message to oneself comes back behind the messages already waiting, and at once, whereas
 * browsers hold back nested timers by 4 ms.
 */
public final class BrowserLoop implements EventLoop {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final MessagePort self;

    public BrowserLoop() {
        MessageChannel channel = new MessageChannel();
        self = channel.getPort1();
        channel.getPort2().onMessage(event -> runNext());
        channel.getPort2().start();
    }

    @Override
    public double nowMillis() {
        return Performance.now();
    }

    @Override
    public void soon(Runnable task) {
        tasks.add(task);
        self.postMessage(null);
    }

    @Override
    public void later(double millis, Runnable task) {
        Window.setTimeout(task::run, millis);
    }

    private void runNext() {
        Runnable task = tasks.poll();
        if (task != null) {
            task.run();
        }
    }

    /** The browser's pair of connected ports, which TeaVM does not declare. */
    @JSClass
    static class MessageChannel implements JSObject {
        @JSProperty
        native MessagePort getPort1();

        @JSProperty
        native MessagePort getPort2();
    }
}
