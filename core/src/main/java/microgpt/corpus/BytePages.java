package microgpt.corpus;

import java.util.Arrays;
import microgpt.numeric.Sha256;
import microgpt.numeric.Snapshot;

/**
 * Bytes in a row that are appended at the end and given up at the front. They are kept in pages, so that appending copies
 * each of them once, ever. What was given up lives on in the hash of the whole.
 */
final class BytePages {
    private static final int PAGE_BITS = 14;

    /** How many bytes are given up at a time. */
    static final int PAGE = 1 << PAGE_BITS;

    private static final byte[][] NO_PAGES = {};

    private byte[][] pages = NO_PAGES;
    private long firstPage;
    private long size;
    private Sha256 hashBefore = new Sha256();

    /** Copies {@code piece[from .. from + length)} to the end. */
    void append(byte[] piece, int from, int length) {
        checkRange(piece, from, length);
        int copied = 0;
        while (copied < length) {
            int within = (int) (size & (PAGE - 1));
            int count = Math.min(length - copied, PAGE - within);
            System.arraycopy(piece, from + copied, pageForAppending(), within, count);
            copied += count;
            size += count;
        }
    }

    /** Puts {@code piece} between the bytes before {@code position} and those from there on, which are copied. */
    void insert(long position, byte[] piece) {
        checkThere(position, 0);
        byte[] rest = new byte[Math.toIntExact(size - position)];
        read(position, rest, 0, rest.length);
        size = position;
        append(piece, 0, piece.length);
        append(rest, 0, rest.length);
    }

    private byte[] pageForAppending() {
        int index = index(size);
        if (index == pages.length) {
            pages = Arrays.copyOf(pages, Math.max(4, 2 * index));
        }
        if (pages[index] == null) {
            pages[index] = new byte[PAGE];
        }
        return pages[index];
    }

    private int index(long position) {
        return (int) ((position >>> PAGE_BITS) - firstPage);
    }

    /** How many bytes were appended. */
    long size() {
        return size;
    }

    /** The position of the first byte that is still there. */
    long first() {
        return firstPage << PAGE_BITS;
    }

    int at(long position) {
        checkThere(position, 1);
        return pages[index(position)][(int) (position & (PAGE - 1))] & 0xff;
    }

    void read(long position, byte[] into, int from, int length) {
        checkRange(into, from, length);
        checkThere(position, length);
        int copied = 0;
        while (copied < length) {
            int within = (int) ((position + copied) & (PAGE - 1));
            int count = Math.min(length - copied, PAGE - within);
            System.arraycopy(pages[index(position + copied)], within, into, from + copied, count);
            copied += count;
        }
    }

    /** Gives up whole pages before {@code position}. */
    void forgetBefore(long position) {
        long keep = Math.max(0, Math.min(position, size)) >>> PAGE_BITS;
        int gone = (int) Math.max(0, keep - firstPage);
        if (gone == 0) {
            return;
        }
        for (int i = 0; i < gone; i++) {
            hashBefore.add(pages[i], 0, PAGE);
        }
        System.arraycopy(pages, gone, pages, 0, pages.length - gone);
        Arrays.fill(pages, pages.length - gone, pages.length, null);
        firstPage = keep;
    }

    /** The SHA-256 of the first {@code bytes} bytes, those given up included. */
    String sha256(long bytes) {
        checkThere(bytes, 0);
        Sha256 hash = hashBefore.copy();
        for (long done = first(); done < bytes; done += PAGE) {
            hash.add(pages[index(done)], 0, (int) Math.min(PAGE, bytes - done));
        }
        return hash.hex();
    }

    /** Bytes of memory that it holds. */
    long memoryBytes() {
        int held = size > first() ? index(size - 1) + 1 : 0;
        return (long) held * PAGE;
    }

    void save(Snapshot into) {
        byte[] held = new byte[Math.toIntExact(size - first())];
        read(first(), held, 0, held.length);
        into.put("first", first());
        into.put("hash_before", hashBefore.midstate());
        into.put("bytes", held);
    }

    /** To be called while it is empty. */
    void restore(Snapshot from) {
        from.longs("first", 1);
        long first = from.whole("first", 0, 0, 1L << 53);
        if ((first & (PAGE - 1)) != 0) {
            throw from.bad("first", 0, first, "a multiple of " + PAGE);
        }
        firstPage = first >>> PAGE_BITS;
        size = first;
        hashBefore = Sha256.ofMidstate(from.ints("hash_before"), first);
        byte[] held = from.bytes("bytes");
        append(held, 0, held.length);
    }

    private void checkThere(long position, int length) {
        if (position >= first() && position + length <= size) {
            return;
        }
        String what = (length == 1 ? "position " : length + " bytes at position ") + position;
        throw new IndexOutOfBoundsException(what + " of a stream of " + size + " bytes"
                + (first() == 0 ? "" : ", of which it holds those from " + first()));
    }

    private static void checkRange(byte[] bytes, int from, int length) {
        if (from < 0 || length < 0 || from > bytes.length - length) {
            throw new IndexOutOfBoundsException(
                    length + " bytes from index " + from + " of an array of " + bytes.length);
        }
    }
}
