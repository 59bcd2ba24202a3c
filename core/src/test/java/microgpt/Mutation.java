package microgpt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import microgpt.numeric.Rng;

/** One way of spoiling bytes, some of which are text. */
enum Mutation {
    FLIPPED_BIT {
        @Override
        byte[] spoilt(byte[] bytes, byte[] other, Rng rng) {
            bytes[rng.nextInt(bytes.length)] ^= (byte) (1 << rng.nextInt(8));
            return bytes;
        }
    },
    OTHER_BYTE {
        @Override
        byte[] spoilt(byte[] bytes, byte[] other, Rng rng) {
            String likely = "\0\177\200\377\"\\{}[],:-.0919eE tfn_ü";
            bytes[rng.nextInt(bytes.length)] = (byte) likely.charAt(rng.nextInt(likely.length()));
            return bytes;
        }
    },
    CUT_SHORT {
        @Override
        byte[] spoilt(byte[] bytes, byte[] other, Rng rng) {
            return Arrays.copyOf(bytes, rng.nextInt(bytes.length));
        }
    },
    CUT_OUT {
        @Override
        byte[] spoilt(byte[] bytes, byte[] other, Rng rng) {
            Span span = Span.of(bytes, rng);
            return replaced(bytes, span.from, span.to, new byte[0]);
        }
    },
    FOREIGN_BYTES {
        @Override
        byte[] spoilt(byte[] bytes, byte[] other, Rng rng) {
            byte[] foreign = new byte[1 + rng.nextInt(16)];
            for (int i = 0; i < foreign.length; i++) {
                foreign[i] = (byte) rng.nextInt(256);
            }
            int at = rng.nextInt(bytes.length + 1);
            return replaced(bytes, at, at, foreign);
        }
    },
    TWICE {
        @Override
        byte[] spoilt(byte[] bytes, byte[] other, Rng rng) {
            Span span = Span.of(bytes, rng);
            return replaced(bytes, span.to, span.to, span.in(bytes));
        }
    },
    MOVED {
        @Override
        byte[] spoilt(byte[] bytes, byte[] other, Rng rng) {
            Span span = Span.of(bytes, rng);
            byte[] rest = replaced(bytes, span.from, span.to, new byte[0]);
            int at = rng.nextInt(rest.length + 1);
            return replaced(rest, at, at, span.in(bytes));
        }
    },
    PART_OF_ANOTHER {
        @Override
        byte[] spoilt(byte[] bytes, byte[] other, Rng rng) {
            Span here = Span.of(bytes, rng);
            return replaced(bytes, here.from, here.to, Span.of(other, rng).in(other));
        }
    },
    /** The digits of a text become another number, or something else. */
    OTHER_NUMBER {
        @Override
        byte[] spoilt(byte[] bytes, byte[] other, Rng rng) {
            int start = rng.nextInt(bytes.length);
            int from = start;
            while (from < bytes.length && !isDigit(bytes[from])) {
                from++;
            }
            int to = from;
            while (to < bytes.length && isDigit(bytes[to])) {
                to++;
            }
            return replaced(bytes, from, to, text(NUMBERS[rng.nextInt(NUMBERS.length)]));
        }
    },
    /** Two, four or eight bytes become an extreme number, the last byte first or last. */
    OTHER_WORD {
        @Override
        byte[] spoilt(byte[] bytes, byte[] other, Rng rng) {
            int size = 2 << rng.nextInt(3);
            if (bytes.length < size) {
                return bytes;
            }
            long word = WORDS[rng.nextInt(WORDS.length)] + rng.nextInt(3) - 1;
            ByteBuffer eight = ByteBuffer.allocate(8)
                    .order(rng.nextInt(2) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                    .putLong(word);
            boolean isLittle = eight.order() == ByteOrder.LITTLE_ENDIAN;
            int at = rng.nextInt(bytes.length - size + 1);
            System.arraycopy(eight.array(), isLittle ? 0 : 8 - size, bytes, at, size);
            return bytes;
        }
    },
    DEEP {
        @Override
        byte[] spoilt(byte[] bytes, byte[] other, Rng rng) {
            String[] openers = {"[", "{\"a\":", "[{\"a\":[", "{\"\":"};
            int at = rng.nextInt(bytes.length + 1);
            return replaced(bytes, at, at, text(openers[rng.nextInt(openers.length)].repeat(1 << rng.nextInt(13))));
        }
    };

    private static final String[] NUMBERS = {
        "-1",
        "0",
        "-0",
        "1.9",
        "1e0",
        "1e9",
        "1e999",
        "-1e999",
        "1e-999",
        "65537",
        "2147483647",
        "2147483648",
        "4294967297",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551617",
        "-9223372036854775808",
        "9".repeat(400),
        "NaN",
        "Infinity",
        "01",
        "\"1\"",
        "null",
        "true",
        "[]",
        "{}",
        "\"\""
    };

    private static final long[] WORDS = {
        0,
        1L << 15,
        1L << 31,
        1L << 32,
        1L << 62,
        Long.MAX_VALUE,
        -1,
        Float.floatToIntBits(Float.NaN),
        Float.floatToIntBits(Float.NEGATIVE_INFINITY),
        Float.floatToIntBits(Float.MAX_VALUE),
        Double.doubleToLongBits(Double.NaN),
        Double.doubleToLongBits(Double.POSITIVE_INFINITY),
        Double.doubleToLongBits(-Double.MAX_VALUE),
        Double.doubleToLongBits(-1)
    };

    private static final int LONGEST_SPAN = 256;

    static Mutation any(Rng rng) {
        return values()[rng.nextInt(values().length)];
    }

    /** {@code bytes}, which may be written over, spoilt; {@code other} is another sample. */
    byte[] of(byte[] bytes, byte[] other, Rng rng) {
        return bytes.length == 0 || other.length == 0 ? bytes : spoilt(bytes, other, rng);
    }

    abstract byte[] spoilt(byte[] bytes, byte[] other, Rng rng);

    /** A few bytes in a row. */
    private record Span(int from, int to) {
        static Span of(byte[] bytes, Rng rng) {
            int from = rng.nextInt(bytes.length);
            int most = 1 << rng.nextInt(Integer.numberOfTrailingZeros(LONGEST_SPAN) + 1);
            return new Span(from, Math.min(bytes.length, from + 1 + rng.nextInt(most)));
        }

        byte[] in(byte[] bytes) {
            return Arrays.copyOfRange(bytes, from, to);
        }
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        byte[] changed = new byte[bytes.length - (to - from) + by.length];
        System.arraycopy(bytes, 0, changed, 0, from);
        System.arraycopy(by, 0, changed, from, by.length);
        System.arraycopy(bytes, to, changed, from + by.length, bytes.length - to);
        return changed;
    }
}
