package microgpt.worker.loop;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;

/** An event loop turned by hand, whose time passes only when told to. */
public final class HandLoop implements EventLoop {
    private record Timer(double atMillis, Runnable task) {}

    private final Queue<Runnable> soon = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>((a, b) -> Double.compare(a.atMillis(), b.atMillis()));
    private double nowMillis = 1000;
    private double tickMillis;

    /** From now on every look at the clock takes {@code millis}, as if work had been done in between. */
    public void tick(double millis) {
        tickMillis = millis;
    }

    /** The time, at a look that takes none. */
    public double now() {
        return nowMillis;
    }

    public void advance(double millis) {
        nowMillis += millis;
    }

    /** Runs one task: one that is due, or the next timer after waiting for it; false when nothing is left to do. */
    public boolean turn() {
        if (!timers.isEmpty() && (soon.isEmpty() || timers.element().atMillis() <= nowMillis)) {
            Timer timer = timers.remove();
            nowMillis = Math.max(nowMillis, timer.atMillis());
            timer.task().run();
            return true;
        }
        Runnable task = soon.poll();
        if (task != null) {
            task.run();
        }
        return task != null;
    }

    /** Runs tasks until nothing is left to do. */
    public void exhaust() {
        int turns = 0;
        while (turn()) {
            if (++turns > 1_000_000) {
                throw new IllegalStateException("a million turns and no end");
            }
        }
    }

    @Override
    public double nowMillis() {
        nowMillis += tickMillis;
        return nowMillis;
    }

    @Override
    public void soon(Runnable task) {
        soon.add(task);
    }

    @Override
    public void later(double millis, Runnable task) {
        timers.add(new Timer(nowMillis + millis, task));
    }
}
