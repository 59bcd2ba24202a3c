package microgpt.corpus;

/**
 * What one step sees of a stream: the targets it predicts, and the token before each of them. Reused from step to step.
 *
 * <p>The first {@link #contextLength()} targets were new in earlier steps and are there as context; the {@link
 * #newLength()} targets after them, the first of which is the byte at {@link #position()}, are new.
 */
public final class Window {
    /** The beginning-of-stream token, one more than the largest byte. */
    public static final int BOS = 256;

    /** The target of a position whose byte is not there yet. */
    public static final int NO_TARGET = -1;

    private static final int LINE_FEED = '\n';
    private static final byte[] NOTHING = {};

    private final BosPlacement beginning;
    private final int[] inputs;
    private final int[] targets;
    private final byte[] bytes;
    private long position;
    /** Of a stream that is thought to go on: where, with what, and how far. */
    private long known;

    private byte[] supposed = NOTHING;
    private int contextLength;
    private int newLength;

    /** A window of at most {@code capacity} tokens. */
    public Window(int capacity, BosPlacement beginning) {
        if (capacity < 1) {
            throw new IllegalArgumentException("window capacity " + capacity + " must be at least 1");
        }
        this.beginning = beginning;
        this.inputs = new int[capacity];
        this.targets = new int[capacity];
        this.bytes = new byte[capacity + 1];
    }

    /**
     * Shows the next {@code stride} bytes of {@code stream} from {@code position} on (fewer where it ends, at least one)
     * after at most {@code context} bytes before them (fewer where it starts).
     */
    public void cut(ByteStream stream, long position, int context, int stride) {
        if (position < 0 || position >= stream.size()) {
            throw new IndexOutOfBoundsException(
                    "no byte to predict at position " + position + " of a stream of " + stream.size() + " bytes");
        }
        place(position, context, (int) Math.min(stride, stream.size() - position));
        suppose(stream.size(), NOTHING);
        fill(stream, length());
    }

    /**
     * Shows what is known before the byte at {@code position} is, which may be the end of the stream: one new position
     * whose target is {@link #NO_TARGET}, after at most {@code context} bytes.
     */
    public void cutBefore(ByteStream stream, long position, int context) {
        cutAfter(stream, position, context, 1, NOTHING, 0);
    }

    /**
     * The same where the stream before {@code position} goes on with the first {@code count} of {@code bytes}, read {@code
     * stride} at a time: shows the last stride so far, after the context before it.
     */
    public void cutAfter(ByteStream stream, long position, int context, int stride, byte[] bytes, int count) {
        if (position < 0 || position > stream.size()) {
            throw new IndexOutOfBoundsException(
                    "position " + position + " lies beyond a stream of " + stream.size() + " bytes");
        }
        int inStride = count % stride;
        place(position + count - inStride, context, inStride + 1);
        suppose(position, bytes);
        fill(stream, length() - 1);
        targets[length() - 1] = NO_TARGET;
    }

    private void suppose(long end, byte[] goingOn) {
        known = end;
        supposed = goingOn;
    }

    /** The token before each target; the first {@link #length()} entries count. Not to be written to. */
    public int[] inputs() {
        return inputs;
    }

    /** The bytes to predict; the first {@link #length()} entries count. Not to be written to. */
    public int[] targets() {
        return targets;
    }

    /** The number of tokens. */
    public int length() {
        return contextLength + newLength;
    }

    /** The number of targets that earlier steps have predicted. */
    public int contextLength() {
        return contextLength;
    }

    /** The number of targets after those. */
    public int newLength() {
        return newLength;
    }

    /** Where in the stream the first new target stands. */
    public long position() {
        return position;
    }

    private void place(long newPosition, int context, int count) {
        if (context < 0 || count < 1 || context + count > inputs.length) {
            throw new IllegalArgumentException("a context of " + context + " and " + count
                    + " new bytes (at least 1) must fit a window of " + inputs.length);
        }
        position = newPosition;
        contextLength = (int) Math.min(context, newPosition);
        newLength = count;
    }

    /** Fills in all inputs, and the first targets, as many as are known. */
    private void fill(ByteStream stream, int targetsKnown) {
        long first = position - contextLength;
        int before = first > 0 ? 1 : 0;
        read(stream, first - before, before + targetsKnown);
        for (int i = 0; i < targetsKnown; i++) {
            targets[i] = bytes[before + i] & 0xff;
        }
        for (int i = 0; i < length(); i++) {
            int previous = before + i - 1;
            inputs[i] = previous >= 0 ? bytes[previous] & 0xff : LINE_FEED;
        }
        if (beginning == BosPlacement.EVERY_DOCUMENT) {
            showDocumentStarts(stream, first);
        } else if (beginning == BosPlacement.STREAM && first == 0) {
            inputs[0] = BOS;
        }
    }

    /** Reads {@code count} bytes from {@code from} on, of the stream as far as it counts, then of what is supposed. */
    private void read(ByteStream stream, long from, int count) {
        int ofStream = (int) Math.max(0, Math.min(count, known - from));
        if (ofStream > 0) {
            stream.read(from, bytes, 0, ofStream);
        }
        for (int i = ofStream; i < count; i++) {
            bytes[i] = supposed[(int) (from + i - known)];
        }
    }

    private void showDocumentStarts(ByteStream stream, long first) {
        long end = first + length();
        long document = stream.documentAt(Math.min(end - 1, known));
        while (document >= 0 && stream.documentStart(document) >= first) {
            inputs[(int) (stream.documentStart(document) - first)] = BOS;
            document--;
        }
    }
}
