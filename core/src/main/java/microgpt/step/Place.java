package microgpt.step;

/**
 * A position of a document.
 *
 * @param document counted over the whole training: after the last comes the first again, under the next number
 * @param position from 0, where the token that begins a text is read
 */
public record Place(int document, int position) {
    /** Where training begins. */
    public static final Place FIRST = new Place(0, 0);
}
