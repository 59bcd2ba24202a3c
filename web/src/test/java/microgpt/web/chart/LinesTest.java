package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void linesEndAtANewLineOrWhenFull() {
        RecentBytes tail = new RecentBytes(100);
        Lines lines = lines(4);
        tail.add(RecentBytesTest.read(11, "ab\nabcdefgh"));
        lines.follow(tail);
        assertArrayEquals(new long[] {0, 3, 7}, lines.last(9));
        assertArrayEquals(new long[] {3, 7}, lines.last(2));
    }

    @Test
    void aLineOnceBegunStaysWhileTheTextRunsOn() {
        RecentBytes tail = new RecentBytes(8);
        Lines lines = lines(4);
        tail.add(RecentBytesTest.read(6, "abcdef"));
        lines.follow(tail);
        tail.add(RecentBytesTest.read(11, "ghijk"));
        lines.follow(tail);
        assertArrayEquals(new long[] {0, 4, 8}, lines.last(9));
        tail.add(RecentBytesTest.read(13, "lm"));
        lines.follow(tail);
        assertArrayEquals(new long[] {4, 8, 12}, lines.last(9));
    }

    @Test
    void aGapBeginsAnew() {
        RecentBytes tail = new RecentBytes(8);
        Lines lines = lines(4);
        tail.add(RecentBytesTest.read(6, "abcdef"));
        lines.follow(tail);
        tail.add(RecentBytesTest.read(50, "xyz"));
        lines.follow(tail);
        assertArrayEquals(new long[] {47}, lines.last(9));
    }

    @Test
    void anotherWidthLaysEverythingOutAnew() {
        RecentBytes tail = new RecentBytes(8);
        Lines lines = lines(4);
        tail.add(RecentBytesTest.read(6, "abcdef"));
        lines.follow(tail);
        lines.columns(5);
        lines.follow(tail);
        assertArrayEquals(new long[] {0, 5}, lines.last(9));
    }

    private static Lines lines(int columns) {
        Lines lines = new Lines();
        lines.columns(columns);
        return lines;
    }
}
