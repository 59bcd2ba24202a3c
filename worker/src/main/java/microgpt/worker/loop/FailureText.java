package microgpt.worker.loop;

/** Exceptions in words. */
public final class FailureText {
    private FailureText() {}

    /** The message of {@code cause}, or words for its kind where it has none. */
    public static String describe(Throwable cause) {
        String message = cause.getMessage();
        if (message != null && !message.isBlank()) {
            return message;
        }
        if (cause instanceof OutOfMemoryError) {
            return "the memory is full";
        }
        String type = cause.getClass().getName();
        return "an error of this program that has no description (" + type.substring(type.lastIndexOf('.') + 1) + ")";
    }
}
