package microgpt.worker.simd;

import java.util.ArrayList;
import java.util.List;

/**
 * The kernels' memory, in blocks that are handed out and come back: the lowest gap that is large enough is taken, and
 * neighbouring gaps become one. It grows when no gap is large enough, and never shrinks: WebAssembly cannot.
 */
final class Arena {
    static final int PAGE = 65536;
    /** Kernels may read this far behind a block; what they read there must be finite, and is then dropped. */
    static final int GUARD = 64;

    private static final int ALIGNMENT = 64;
    private static final int MAX_BYTES = Integer.MAX_VALUE / PAGE * PAGE;
    private static final int MEGABYTE = 1 << 20;

    /** Makes the memory larger by pages, or says no. */
    interface Growth {
        boolean by(int pages);
    }

    private record Gap(int start, int end) {
        int size() {
            return end - start;
        }
    }

    private final Growth growth;
    private final List<Gap> gaps = new ArrayList<>();
    private int end;
    private int used;

    /** Hands out addresses from {@code begin} to {@code end}, where the memory ends now. */
    Arena(int begin, int end, Growth growth) {
        this.growth = growth;
        this.end = end;
        gaps.add(new Gap(aligned(begin + GUARD), end));
    }

    /** The address of a new block of at least {@code bytes}, followed by a guard. Its content is whatever it was. */
    int take(long bytes) {
        if (bytes > MAX_BYTES - 2 * ALIGNMENT) {
            throw refused(bytes);
        }
        int size = blockSize(bytes);
        int index = firstGapOf(size);
        if (index < 0) {
            index = grow(size, bytes);
        }
        Gap gap = gaps.get(index);
        if (gap.size() == size) {
            gaps.remove(index);
        } else {
            gaps.set(index, new Gap(gap.start + size, gap.end));
        }
        used += size;
        return gap.start;
    }

    /** Takes a block back; {@code bytes} is what was asked for. */
    void giveBack(int address, long bytes) {
        int size = blockSize(bytes);
        int index = 0;
        while (index < gaps.size() && gaps.get(index).start < address) {
            index++;
        }
        Gap gap = new Gap(address, address + size);
        if (index < gaps.size() && gaps.get(index).start == gap.end) {
            gap = new Gap(gap.start, gaps.remove(index).end);
        }
        if (index > 0 && gaps.get(index - 1).end == gap.start) {
            gap = new Gap(gaps.remove(--index).start, gap.end);
        }
        gaps.add(index, gap);
        used -= size;
    }

    /** The bytes that are handed out, guards included. */
    int used() {
        return used;
    }

    /** The bytes of the whole memory. */
    int size() {
        return end;
    }

    private static int blockSize(long bytes) {
        return aligned((int) bytes + GUARD);
    }

    private static int aligned(int bytes) {
        return (bytes + ALIGNMENT - 1) & -ALIGNMENT;
    }

    private int firstGapOf(int size) {
        for (int i = 0; i < gaps.size(); i++) {
            if (gaps.get(i).size() >= size) {
                return i;
            }
        }
        return -1;
    }

    /** Lengthens the last gap, or begins one at the end, and says which it is. */
    private int grow(int size, long asked) {
        int last = gaps.size() - 1;
        boolean atEnd = last >= 0 && gaps.get(last).end == end;
        int start = atEnd ? gaps.get(last).start : end;
        int pages = (int) (((long) size - (end - start) + PAGE - 1) / PAGE);
        if (end + (long) pages * PAGE > MAX_BYTES || !growth.by(pages)) {
            throw refused(asked);
        }
        end += pages * PAGE;
        if (atEnd) {
            gaps.set(last, new Gap(start, end));
            return last;
        }
        gaps.add(new Gap(start, end));
        return gaps.size() - 1;
    }

    private OutOfMemoryError refused(long bytes) {
        return new OutOfMemoryError("this needs " + megabytes(bytes) + " MB at once, but the browser gives no more: "
                + megabytes(used) + " of " + megabytes(end) + " MB are in use; choose a smaller model or batch");
    }

    private static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }
}
