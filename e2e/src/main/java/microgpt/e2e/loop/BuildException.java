package microgpt.e2e.loop;

/** What a compiler has to say against the sources, in lines for the developer. */
final class BuildException extends Exception {
    BuildException(String problems) {
        super(problems);
    }

    String problems() {
        return String.valueOf(getMessage());
    }
}
