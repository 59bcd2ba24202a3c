package microgpt.config;

/** A configuration that cannot be: its message names file, key, what was expected and what was found. */
public final class ConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public ConfigException(String message) {
        super(message);
    }
}
