package microgpt.mechanism;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/**
 * Windows of one length, by slot, as they were when they were put in: for a reservoir whose stream no longer holds them.
 *
 * <p>A window is the token before its first target, its targets, and a bit for each input that is the token of a beginning
 * and not the target before it. Memory grows by pages, up to the highest slot ever used.
 */
public final class WindowCopies {
    /** The least that memory grows by. */
    static final int PAGE_BYTES = 1 << 14;

    private static final int BYTES = 256;

    private final int length;
    private final int bytesEach;
    private final int slotsPerPage;
    private byte[][] pages = {};

    /** Room for windows of {@code length} tokens. */
    public WindowCopies(int length) {
        this.length = length;
        bytesEach = bytesEach(length);
        slotsPerPage = Math.max(1, PAGE_BYTES / bytesEach);
    }

    /** Bytes of memory for a window of {@code length} tokens. */
    static int bytesEach(int length) {
        return 1 + length + (length + 7) / 8;
    }

    /** Copies the first tokens of {@code inputs} and {@code targets} to {@code slot}; no slot before it may be empty. */
    public void put(int slot, int[] inputs, int[] targets) {
        byte[] page = pageFor(slot);
        int at = slot % slotsPerPage * bytesEach;
        int marks = at + 1 + length;
        Arrays.fill(page, marks, at + bytesEach, (byte) 0);
        page[at] = (byte) inputs[0];
        for (int i = 0; i < length; i++) {
            page[at + 1 + i] = (byte) targets[i];
            if (inputs[i] >= BYTES) {
                page[marks + i / 8] |= (byte) (1 << (i % 8));
            }
        }
    }

    private byte[] pageFor(int slot) {
        int page = slot / slotsPerPage;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page + 1);
            pages[page] = new byte[slotsPerPage * bytesEach];
        }
        return pages[page];
    }

    /** Copies the window in {@code slot} to {@code inputs[at ...]} and {@code targets[at ...]}. */
    public void read(int slot, int[] inputs, int[] targets, int at) {
        byte[] page = pages[slot / slotsPerPage];
        int from = slot % slotsPerPage * bytesEach;
        int marks = from + 1 + length;
        for (int i = 0; i < length; i++) {
            boolean begins = (page[marks + i / 8] >> (i % 8) & 1) != 0;
            inputs[at + i] = begins ? BYTES : page[from + i] & 0xff;
            targets[at + i] = page[from + 1 + i] & 0xff;
        }
    }

    void swap(int i, int j) {
        byte[] first = pages[i / slotsPerPage];
        byte[] second = pages[j / slotsPerPage];
        int a = i % slotsPerPage * bytesEach;
        int b = j % slotsPerPage * bytesEach;
        for (int k = 0; k < bytesEach; k++) {
            byte kept = first[a + k];
            first[a + k] = second[b + k];
            second[b + k] = kept;
        }
    }

    /** Gives back the pages beyond the first {@code slots}. */
    void shrink(int slots) {
        pages = Arrays.copyOf(pages, Math.min(pages.length, (slots + slotsPerPage - 1) / slotsPerPage));
    }

    long memoryBytes() {
        return (long) pages.length * slotsPerPage * bytesEach;
    }

    void save(Snapshot into) {
        for (int page = 0; page < pages.length; page++) {
            into.put("page." + page, pages[page].clone());
        }
    }

    /** Takes back the first {@code slots} windows of what was saved by one for the same length. */
    void restore(Snapshot from, int slots) {
        pages = new byte[(slots + slotsPerPage - 1) / slotsPerPage][];
        for (int page = 0; page < pages.length; page++) {
            pages[page] = from.bytes("page." + page, slotsPerPage * bytesEach).clone();
        }
    }
}
