package microgpt.web.step;

/** A way through the boxes: forward one after the other, then backward with the gradients; or all at once. */
final class Traversal {
    /** What of a box can be seen. */
    enum Reach {
        NOTHING,
        VALUES,
        GRADIENTS
    }

    private static final int ALL = -1;

    private int boxes;
    private int at = ALL;

    /** There are other boxes: all can be seen. */
    void over(int count) {
        boxes = count;
        at = ALL;
    }

    void all() {
        at = ALL;
    }

    /** After the last box forward comes the last backward; after the first backward everything can be seen. */
    void next() {
        at = at + 1 == 2 * boxes ? ALL : at + 1;
    }

    void back() {
        at = at == ALL ? 2 * boxes - 1 : at - 1;
    }

    boolean isAll() {
        return at == ALL;
    }

    boolean isBackward() {
        return at >= boxes;
    }

    /** The box where it stands, -1 if everything is seen. */
    int current() {
        return isBackward() ? 2 * boxes - 1 - at : at;
    }

    Reach reach(int box) {
        if (isAll() || (isBackward() && box >= current())) {
            return Reach.GRADIENTS;
        }
        return isBackward() || box <= at ? Reach.VALUES : Reach.NOTHING;
    }
}
