package microgpt.predict;

import microgpt.numeric.Snapshot;

/** Reads what {@link Packing} wrote and trusts none of it. */
final class Unpacking {
    private final String name;
    private final byte[] bytes;
    private int at;

    /** Of the saved bytes of that name. */
    Unpacking(Snapshot from, String name) {
        this.name = name;
        bytes = from.bytes(name);
    }

    int nextByte() {
        if (at == bytes.length) {
            throw new IllegalArgumentException(name + " ends after " + bytes.length + " bytes, expected more");
        }
        return bytes[at++] & 0xff;
    }

    int nextShort() {
        int low = nextByte();
        return low | nextByte() << 8;
    }

    int nextInt() {
        int low = nextShort();
        return low | nextShort() << 16;
    }

    /** A number from 0 to {@code most}. */
    int nextCount(int most) {
        long number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = nextByte();
            number |= (part & 127L) << shift;
            if (part < 128) {
                break;
            }
        }
        if (number > most) {
            throw bad(number, "at most " + most);
        }
        return (int) number;
    }

    IllegalArgumentException bad(Object found, String expected) {
        return new IllegalArgumentException(name + " holds " + found + " before byte " + at + ", expected " + expected);
    }

    void end() {
        if (at != bytes.length) {
            throw new IllegalArgumentException(name + " has " + bytes.length + " bytes, expected " + at);
        }
    }
}
