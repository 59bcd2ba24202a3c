package microgpt.cli;

import java.lang.management.ManagementFactory;

/** Time that this thread has computed: neither a busy machine nor the compiler's own threads count. */
final class ProcessorTime {
    private ProcessorTime() {}

    static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Seconds since {@link #nanos} said {@code start}. */
    static double secondsSince(long start) {
        return (nanos() - start) / 1e9;
    }
}
