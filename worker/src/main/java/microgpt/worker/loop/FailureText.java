package microgpt.worker.loop;

/** Exceptions in words. */
public final class FailureText {
    private FailureText() {}

    /** The message of {@code cause}, or its type where it has none. */
    public static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.toString() : message;
    }
}
