package microgpt.e2e;

/** What the tests measured, in the build's output. */
final class Figures {
    private Figures() {}

    @SuppressWarnings("SystemOut") // a reader of the build wants to see them
    static void print(String what, String figure) {
        System.out.println("[figure] " + what + ": " + figure);
    }
}
