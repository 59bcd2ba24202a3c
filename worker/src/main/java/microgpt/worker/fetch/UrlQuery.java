package microgpt.worker.fetch;

import java.nio.charset.StandardCharsets;

/** An address with a query, of which names and values are given as they are. */
final class UrlQuery {
    private static final String PLAIN = "-._~";
    private static final String DIGITS = "0123456789ABCDEF";

    private final StringBuilder address;
    private char separator = '?';

    UrlQuery(String address) {
        this.address = new StringBuilder(address);
    }

    UrlQuery with(String name, String value) {
        address.append(separator);
        separator = '&';
        encode(name);
        address.append('=');
        encode(value);
        return this;
    }

    UrlQuery with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** Percent-encoded UTF-8 (RFC 3986) of all but letters, digits and four signs. */
    private void encode(String text) {
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xff);
            boolean plain = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || PLAIN.indexOf(character) >= 0;
            if (plain) {
                address.append(character);
            } else {
                address.append('%').append(DIGITS.charAt(character >> 4)).append(DIGITS.charAt(character & 15));
            }
        }
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
