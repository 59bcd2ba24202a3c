package microgpt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import microgpt.compute.ParallelRanges;

/** A crew of threads, one of which is the caller's. They end with the program. */
final class Threads implements ParallelRanges {
    private final int count;
    private final ExecutorService others;

    Threads(int count) {
        this.count = count;
        others = Executors.newFixedThreadPool(Math.max(1, count - 1), work -> {
            Thread thread = new Thread(work, "crew");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void share(int parts, Work work) {
        int ranges = Math.min(count, parts);
        List<Future<?>> under = new ArrayList<>();
        for (int i = 1; i < ranges; i++) {
            int from = (int) ((long) parts * i / ranges);
            int to = (int) ((long) parts * (i + 1) / ranges);
            under.add(others.submit(() -> work.on(from, to)));
        }
        work.on(0, parts / Math.max(1, ranges));
        for (Future<?> one : under) {
            await(one);
        }
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the middle of an operation", e);
        }
    }
}
