package microgpt.predict;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/**
 * A table of {@link Buckets} as it is saved: how many cells, how many buckets are taken, and of each how many empty ones are
 * before it, its first cell, which nodes were seen (15 bits), and those. Most nodes are like others that came before: a node
 * is the number of its place in a list of recent ones, or 255 and itself.
 */
final class SavedBuckets {
    private static final String NAME = "buckets";
    private static final int RECENT = 255;

    private final int[] recent = new int[RECENT];

    private SavedBuckets() {}

    static void save(Snapshot into, int[] cells, int length) {
        Packing out = new Packing();
        out.putCount(length);
        out.putCount(taken(cells, length));
        SavedBuckets saved = new SavedBuckets();
        int gap = 0;
        for (int at = 0; at < length; at += Buckets.CELLS) {
            if (cells[at] == 0) {
                gap++;
                continue;
            }
            out.putCount(gap);
            saved.put(out, cells, at);
            gap = 0;
        }
        into.put(NAME, out.toBytes());
    }

    private static int taken(int[] cells, int length) {
        int taken = 0;
        for (int at = 0; at < length; at += Buckets.CELLS) {
            taken += cells[at] == 0 ? 0 : 1;
        }
        return taken;
    }

    private void put(Packing out, int[] cells, int at) {
        out.putInt(cells[at]);
        int seen = 0;
        for (int node = 1; node < Buckets.CELLS; node++) {
            seen |= cells[at + node] == Buckets.UNSEEN ? 0 : 1 << node;
        }
        out.putShort(seen);
        for (int node = 1; node < Buckets.CELLS; node++) {
            int cell = cells[at + node];
            if (cell == Buckets.UNSEEN) {
                continue;
            }
            int place = place(cell);
            if (recent[place] == cell) {
                out.putByte(place);
            } else {
                out.putByte(RECENT);
                out.putInt(cell);
                recent[place] = cell;
            }
        }
    }

    private static int place(int cell) {
        return (Hash.of(cell, 0) >>> 1) % RECENT;
    }

    static void restore(Snapshot from, int[] cells, int length) {
        Unpacking in = new Unpacking(from, NAME);
        int found = in.nextCount(Integer.MAX_VALUE);
        if (found != length) {
            throw new IllegalArgumentException("the saved table of counts has " + found + " cells, expected " + length);
        }
        Arrays.fill(cells, 0, length, 0);
        SavedBuckets saved = new SavedBuckets();
        int at = 0;
        for (int left = in.nextCount(length / Buckets.CELLS); left > 0; left--) {
            at += in.nextCount((length - at) / Buckets.CELLS - left) * Buckets.CELLS;
            saved.get(in, cells, at);
            at += Buckets.CELLS;
        }
        in.end();
    }

    private void get(Unpacking in, int[] cells, int at) {
        cells[at] = in.nextInt();
        if (cells[at] == 0) {
            throw in.bad(0, "the first cell of a bucket that is taken");
        }
        int seen = in.nextShort();
        for (int node = 1; node < Buckets.CELLS; node++) {
            cells[at + node] = (seen >> node & 1) == 0 ? Buckets.UNSEEN : cell(in);
        }
    }

    private int cell(Unpacking in) {
        int place = in.nextByte();
        if (place < RECENT) {
            return recent[place];
        }
        int cell = in.nextInt();
        recent[place(cell)] = cell;
        return cell;
    }
}
