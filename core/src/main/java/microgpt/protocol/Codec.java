package microgpt.protocol;

/**
 * The language of one page and its worker, as bytes and back: commands {@code C} of the page, reports {@code R} of the
 * worker. Both ends come from the same build, so there is no versioning: bytes that are not a message are refused with an
 * {@link IllegalArgumentException} that says where.
 */
public interface Codec<C, R> {
    byte[] encodeCommand(int number, C command);

    Numbered<C> decodeCommand(byte[] bytes);

    byte[] encodeReport(R report);

    R decodeReport(byte[] bytes);
}
