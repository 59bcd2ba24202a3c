package microgpt.predict;

/** Spreads two words over one. What is counted together when two contexts meet by chance is part of the file format. */
final class Hash {
    private Hash() {}

    static int of(int a, int b) {
        int h = a * 0x9E3779B1 + Integer.rotateLeft(b * 0x85EBCA77, 13);
        h ^= h >>> 15;
        h *= 0x2C1B3C6D;
        h ^= h >>> 12;
        h *= 0x297A2D39;
        return h ^ h >>> 15;
    }
}
