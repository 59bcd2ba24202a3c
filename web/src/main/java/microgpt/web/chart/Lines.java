package microgpt.web.chart;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * Where the lines of a running text begin, in absolute positions, so that a line once begun stays what it is while the
 * text runs on: a line ends after a new line, or when it is full.
 */
public final class Lines {
    private final ArrayDeque<Long> starts = new ArrayDeque<>();
    private int columns = 80;
    private long end = -1;
    private long lineStart;

    /** Lays the text out anew if the width has changed. */
    public void columns(int newColumns) {
        if (newColumns != columns) {
            columns = newColumns;
            clear();
        }
    }

    public void clear() {
        starts.clear();
        end = -1;
    }

    /** Takes in what is new in {@code tail}, and forgets lines that have left it. */
    public void follow(RecentBytes tail) {
        long first = tail.position(0);
        if (end < first || end > tail.end()) {
            starts.clear();
            end = first;
            lineStart = first;
        }
        for (int i = (int) (end - first); i < tail.size(); i++) {
            long position = tail.position(i);
            if (starts.isEmpty() || position - lineStart >= columns || (i > 0 && tail.value(i - 1) == '\n')) {
                starts.add(position);
                lineStart = position;
            }
        }
        end = tail.end();
        while (starts.size() > 1 && second() <= first) {
            starts.removeFirst();
        }
    }

    /** The beginnings of the last {@code count} lines, oldest first. */
    public long[] last(int count) {
        int kept = Math.min(count, starts.size());
        long[] result = new long[kept];
        Iterator<Long> newestFirst = starts.descendingIterator();
        for (int i = kept - 1; i >= 0; i--) {
            result[i] = newestFirst.next();
        }
        return result;
    }

    private long second() {
        Iterator<Long> oldestFirst = starts.iterator();
        oldestFirst.next();
        return oldestFirst.next();
    }
}
