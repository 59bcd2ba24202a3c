package microgpt.json;

/** A text that is not JSON, or JSON that is not taken: where, and why. */
public final class JsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;
    private final String reason;

    JsonException(int line, int column, String reason) {
        super("line " + line + ", column " + column + ": " + reason);
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /** {@code line:column}, both from 1. */
    public String place() {
        return line + ":" + column;
    }

    /** What is wrong there. */
    public String reason() {
        return reason;
    }
}
