package microgpt.worker;

/** Exceptions in words. */
final class Trouble {
    private Trouble() {}

    /** The message of {@code cause}, or its type where it has none. */
    static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.toString() : message;
    }
}
