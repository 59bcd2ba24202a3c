package microgpt.checkpoint;

/** A file that is not what it should be: its message names the file and the reason. */
public final class BadFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public BadFileException(String file, String reason) {
        super(file + ": " + reason);
    }
}
