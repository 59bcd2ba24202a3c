package microgpt.coding;

/** A coded file that cannot be decoded: its message says what was expected and what was found. */
final class BadCodeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BadCodeException(String message) {
        super(message);
    }
}
