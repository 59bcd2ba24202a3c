package microgpt.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes read so far and those to come, growing at the end until {@link #complete()}.
 *
 * <p>A stream is divided into phases (what the reader calls them) and into documents (where a new text begins). It starts
 * with one of each, and is never without. Bytes are kept in pages, so that appending copies each of them once, ever.
 */
public final class ByteStream {
    private static final int PAGE_BITS = 16;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final byte[][] NO_PAGES = {};

    private byte[][] pages = NO_PAGES;
    private long size;
    private boolean complete;
    private final List<String> phaseNames = new ArrayList<>();
    private final StreamPositions phaseStarts = new StreamPositions();
    private final StreamPositions documentStarts = new StreamPositions();

    /** An empty stream whose first phase is called {@code firstPhase}. */
    public ByteStream(String firstPhase) {
        phaseNames.add(firstPhase);
        phaseStarts.add(0);
        documentStarts.add(0);
    }

    /** A complete stream of one phase. */
    public static ByteStream of(String phase, byte... bytes) {
        ByteStream stream = new ByteStream(phase);
        stream.append(bytes, 0, bytes.length);
        stream.complete();
        return stream;
    }

    /** Copies {@code piece[from .. from + length)} to the end. */
    public void append(byte[] piece, int from, int length) {
        checkOpen();
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

    /** Says that nothing follows. Saying it again changes nothing. */
    public void complete() {
        complete = true;
    }

    /** The next byte appended is the first of a new phase, and of a new document. */
    public void beginPhase(String name) {
        checkOpen();
        if (size == phaseStarts.last()) {
            throw new IllegalStateException(
                    "phase " + phaseNames.get(phaseNames.size() - 1) + " must have bytes before " + name + " begins");
        }
        phaseNames.add(name);
        phaseStarts.add(size);
        beginDocument();
    }

    /** The next byte appended is the first of a new document. */
    public void beginDocument() {
        checkOpen();
        if (documentStarts.last() < size) {
            documentStarts.add(size);
        }
    }

    /** The number of bytes present. */
    public long size() {
        return size;
    }

    /** Whether the bytes present are all there will be. */
    public boolean isComplete() {
        return complete;
    }

    /**
     * Whether a step that reads {@code count} bytes at {@code position} need not wait: they are all there, or the stream is
     * complete and at least one is. Waiting keeps the steps, and so the losses, independent of how the bytes arrived.
     */
    public boolean isReady(long position, int count) {
        return position + count <= size || (complete && position < size);
    }

    /** The byte at {@code position}, 0 to 255. */
    public int at(long position) {
        if (position < 0 || position >= size) {
            throw new IndexOutOfBoundsException("position " + position + " of a stream of " + size + " bytes");
        }
        return pages[(int) (position >>> PAGE_BITS)][(int) (position & (PAGE - 1))] & 0xff;
    }

    /** Copies {@code length} bytes that start at {@code position} to {@code into[from ...]}. */
    public void read(long position, byte[] into, int from, int length) {
        checkRange(into, from, length);
        if (position < 0 || position + length > size) {
            throw new IndexOutOfBoundsException(
                    length + " bytes at position " + position + " of a stream of " + size + " bytes");
        }
        int copied = 0;
        while (copied < length) {
            int within = (int) ((position + copied) & (PAGE - 1));
            int count = Math.min(length - copied, PAGE - within);
            System.arraycopy(pages[(int) ((position + copied) >>> PAGE_BITS)], within, into, from + copied, count);
            copied += count;
        }
    }

    /** The number of phases begun. */
    public int phaseCount() {
        return phaseNames.size();
    }

    /** A phase by its index in stream order; the last one ends, so far, where the stream does. */
    public Phase phase(int index) {
        long end = index + 1 < phaseNames.size() ? phaseStarts.at(index + 1) : size;
        return new Phase(phaseNames.get(index), phaseStarts.at(index), end);
    }

    /** All phases begun so far, in stream order. */
    public List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        for (int index = 0; index < phaseNames.size(); index++) {
            phases.add(phase(index));
        }
        return phases;
    }

    /** The index of the phase that {@code position} lies in. */
    public int phaseAt(long position) {
        return phaseStarts.lastUpTo(position);
    }

    /** The number of documents begun. */
    public int documentCount() {
        return documentStarts.count();
    }

    /** Where a document begins, by its index in stream order. */
    public long documentStart(int index) {
        return documentStarts.at(index);
    }

    /** The index of the document that {@code position} lies in. */
    public int documentAt(long position) {
        return documentStarts.lastUpTo(position);
    }

    private byte[] pageForAppending() {
        int page = (int) (size >>> PAGE_BITS);
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, Math.max(4, 2 * page));
        }
        if (pages[page] == null) {
            pages[page] = new byte[PAGE];
        }
        return pages[page];
    }

    private void checkOpen() {
        if (complete) {
            throw new IllegalStateException("the stream is complete at " + size + " bytes; nothing can follow");
        }
    }

    private static void checkRange(byte[] bytes, int from, int length) {
        if (from < 0 || length < 0 || from > bytes.length - length) {
            throw new IndexOutOfBoundsException(
                    length + " bytes from index " + from + " of an array of " + bytes.length);
        }
    }
}
