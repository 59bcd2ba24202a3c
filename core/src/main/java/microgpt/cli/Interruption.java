package microgpt.cli;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C, politely: the program is asked to come to an end, and the machine waits until it has. */
final class Interruption implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForTheEnd, "interruption");
    private volatile boolean asked;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether to stop. */
    boolean isAsked() {
        return asked;
    }

    private void waitForTheEnd() {
        asked = true;
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is saved. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            asked = true; // the machine is going down already, and the hook with it
        }
    }
}
