package microgpt.worker.loop;

/** One task that is to run soon, or later, or not at all until asked for: asking again only ever brings it forward. */
public final class Wakeup {
    private final EventLoop loop;
    private final Runnable task;
    private double dueMillis = Double.POSITIVE_INFINITY;

    public Wakeup(EventLoop loop, Runnable task) {
        this.loop = loop;
        this.task = task;
    }

    /** Runs the task after the messages that have already arrived. */
    public void soon() {
        in(0);
    }

    /** Runs the task once after {@code millis}, or soon if 0; not at all if infinite. */
    public void in(double millis) {
        double due = millis <= 0 ? Double.NEGATIVE_INFINITY : loop.nowMillis() + millis;
        if (due >= dueMillis) {
            return;
        }
        dueMillis = due;
        if (millis <= 0) {
            loop.soon(() -> runIfStillDue(due));
        } else {
            loop.later(millis, () -> runIfStillDue(due));
        }
    }

    /** Does nothing where the task has been brought forward meanwhile. */
    private void runIfStillDue(double due) {
        if (due == dueMillis) {
            dueMillis = Double.POSITIVE_INFINITY;
            task.run();
        }
    }
}
