package microgpt.corpus;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Snapshot;

/**
 * The bytes read so far and those to come, growing at the end until {@link #complete()}.
 *
 * <p>A stream is divided into phases (what the reader calls them) and into documents (where a new text begins). It starts
 * with one of each, and is never without.
 *
 * <p>Memory: a byte for each byte of a text that is to be read as a whole, and in any order. A stream without end must be
 * {@link #readOnce() read once}: then it holds what was not read yet, what its one reader looks back at, and less than two
 * pages of 16 KB more.
 */
public final class ByteStream {
    /** What a stream that is read once may hold beyond what it must, and the places of its phases and documents. */
    public static final int MOST_SPARE_BYTES = 3 * BytePages.PAGE;

    private static final int MOST_PHASES = 1 << 16;

    private final BytePages bytes = new BytePages();
    private boolean complete;
    private boolean readOnce;
    private long wholeUntil;
    private final List<String> phaseNames = new ArrayList<>();
    private final StreamPositions phaseStarts = new StreamPositions();
    private final StreamPositions documentStarts = new StreamPositions();

    /** An empty stream whose first phase is called {@code firstPhase}. */
    public ByteStream(String firstPhase) {
        phaseNames.add(firstPhase);
        phaseStarts.add(0);
        documentStarts.add(0);
    }

    private ByteStream() {}

    /** A complete stream of one phase. */
    public static ByteStream of(String phase, byte... bytes) {
        ByteStream stream = new ByteStream(phase);
        stream.append(bytes, 0, bytes.length);
        stream.complete();
        return stream;
    }

    /** This stream, which from now on has one reader, who goes forward and says what it will not look back at. */
    public ByteStream readOnce() {
        readOnce = true;
        return this;
    }

    /** Whether the stream has one reader, who may {@link #forgetBefore}. */
    public boolean isReadOnce() {
        return readOnce;
    }

    /** Nothing is given up while the reader stands before {@code position}: it may be sent back to the beginning. */
    public void holdUntil(long position) {
        wholeUntil = position;
    }

    /** Gives up bytes, and beginnings of documents, before {@code position}: not necessarily all of them. */
    public void forgetBefore(long position) {
        if (!readOnce) {
            throw new IllegalStateException("a stream that others may read as well must be held as a whole");
        }
        if (position < wholeUntil) {
            return;
        }
        long first = bytes.first();
        bytes.forgetBefore(position);
        if (bytes.first() > first) {
            documentStarts.forgetBefore(bytes.first());
        }
    }

    /** Whether nothing was given up. */
    public boolean isWhole() {
        return bytes.first() == 0;
    }

    public long heldFrom() {
        return bytes.first();
    }

    /** Bytes of memory that it holds. */
    public long memoryBytes() {
        return bytes.memoryBytes() + phaseStarts.memoryBytes() + documentStarts.memoryBytes();
    }

    /** Copies {@code piece[from .. from + length)} to the end. */
    public void append(byte[] piece, int from, int length) {
        checkOpen();
        bytes.append(piece, from, length);
    }

    /** Puts {@code piece} before the unread byte at {@code position}; a phase or document that begins there begins after it. */
    public void insert(long position, byte[] piece) {
        bytes.insert(position, piece);
        phaseStarts.shift(position, piece.length);
        documentStarts.shift(position, piece.length);
    }

    /** Says that nothing follows. Saying it again changes nothing. */
    public void complete() {
        complete = true;
    }

    /**
     * More follows after all: what {@code longer} has beyond the bytes of this stream, which it begins with. It is complete
     * again afterwards, and the last phase is so much longer.
     */
    public void continueAs(ByteStream longer) {
        long next = longer.documentAt(size());
        complete = false;
        while (size() < longer.size()) {
            beginDocument();
            next++;
            long end = next < longer.documentCount() ? longer.documentStart(next) : longer.size();
            byte[] piece = new byte[(int) (end - size())];
            longer.read(size(), piece, 0, piece.length);
            append(piece, 0, piece.length);
        }
        complete();
    }

    /** The next byte appended is the first of a new phase, and of a new document. */
    public void beginPhase(String name) {
        checkOpen();
        if (size() == phaseStarts.last()) {
            throw new IllegalStateException(
                    "phase " + phaseNames.get(phaseNames.size() - 1) + " must have bytes before " + name + " begins");
        }
        if (phaseNames.size() == MOST_PHASES) {
            throw new IllegalStateException("a stream can have at most " + MOST_PHASES + " phases");
        }
        phaseNames.add(name);
        phaseStarts.add(size());
        beginDocument();
    }

    /** The next byte appended is the first of a new document. */
    public void beginDocument() {
        checkOpen();
        if (documentStarts.last() < size()) {
            documentStarts.add(size());
        }
    }

    /** The number of bytes present, those given up included. */
    public long size() {
        return bytes.size();
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
        return position + count <= size() || (complete && position < size());
    }

    /** The byte at {@code position}, 0 to 255. */
    public int at(long position) {
        return bytes.at(position);
    }

    /** Copies {@code length} bytes that start at {@code position} to {@code into[from ...]}. */
    public void read(long position, byte[] into, int from, int length) {
        bytes.read(position, into, from, length);
    }

    /** The SHA-256 of the first {@code count} bytes, in hexadecimal, those given up included. */
    public String sha256(long count) {
        return bytes.sha256(count);
    }

    /** The number of phases begun. */
    public int phaseCount() {
        return phaseNames.size();
    }

    /** A phase by its index in stream order; the last one ends, so far, where the stream does. */
    public Phase phase(int index) {
        long end = index + 1 < phaseNames.size() ? phaseStarts.at(index + 1) : size();
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
        return (int) phaseStarts.lastUpTo(position);
    }

    /** The number of documents begun. */
    public long documentCount() {
        return documentStarts.count();
    }

    /** Where a document begins, by its index in stream order. */
    public long documentStart(long index) {
        return documentStarts.at(index);
    }

    /** The index of the document that {@code position} lies in. */
    public long documentAt(long position) {
        return documentStarts.lastUpTo(position);
    }

    /** Puts in what is held, from which {@link #restored} makes a stream that goes on alike. */
    public void save(Snapshot into) {
        bytes.save(into);
        into.put("complete", complete ? 1 : 0);
        for (int i = 0; i < phaseNames.size(); i++) {
            into.putText("phase_names." + i, phaseNames.get(i));
        }
        phaseStarts.save("phase_starts", into);
        documentStarts.save("document_starts", into);
    }

    /**
     * The stream that was saved, to be read once, from where it was.
     *
     * @throws IllegalArgumentException if that was no stream
     */
    public static ByteStream restored(Snapshot from) {
        ByteStream stream = new ByteStream().readOnce();
        stream.bytes.restore(from);
        from.ints("complete", 1);
        stream.complete = from.integer("complete", 0, 0, 1) == 1;
        stream.phaseStarts.restore("phase_starts", from);
        stream.documentStarts.restore("document_starts", from);
        for (int i = 0; i < stream.phaseStarts.count(); i++) {
            stream.phaseNames.add(from.text("phase_names." + i));
        }
        return stream;
    }

    private void checkOpen() {
        if (complete) {
            throw new IllegalStateException("the stream is complete at " + size() + " bytes; nothing can follow");
        }
    }
}
