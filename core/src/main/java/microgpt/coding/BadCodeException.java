package microgpt.coding;

/** A coded file that cannot be decoded: its message says what was expected and what was found. */
public final class BadCodeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public BadCodeException(String message) {
        super(message);
    }
}
