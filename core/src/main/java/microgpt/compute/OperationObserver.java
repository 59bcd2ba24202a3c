package microgpt.compute;

/** Someone who is told when a back end begins an operation, and when it is done: a profiler, for example. */
public interface OperationObserver {
    /** {@code operation}, the name of a method of {@link Operations}, begins; its shapes have been checked. */
    void begins(String operation);

    /** What began last is done; not called when it throws. */
    void ends();
}
