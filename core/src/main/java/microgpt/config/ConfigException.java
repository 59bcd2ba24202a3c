package microgpt.config;

/** A configuration that cannot be: its message names file, key, what was expected and what was found. */
public final class ConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 2;

    private final String key;

    public ConfigException(String message) {
        this("", message);
    }

    ConfigException(String key, String message) {
        super(message);
        this.key = key;
    }

    /** The dotted name of the one key that it is about; empty if it is about none, or about several together. */
    public String key() {
        return key;
    }

    /** The same, with the place in front: a file, or a line and a column. */
    ConfigException at(String place) {
        return new ConfigException(key, place + getMessage());
    }
}
