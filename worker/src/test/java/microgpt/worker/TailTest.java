package microgpt.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.Report;
import org.junit.jupiter.api.Test;

class TailTest {
    private final Tail tail = new Tail();

    @Test
    void whatWasReadIsTakenOnce() {
        tail.add(0, 'a', 1);
        tail.add(1, 0xff, 2);
        assertEquals(new Report.Read(2, Bytes.of((byte) 'a', (byte) -1), Floats.of(1, 2)), tail.take());
        assertTrue(tail.isEmpty());
        assertEquals(new Report.Read(2, Bytes.EMPTY, Floats.EMPTY), tail.take());
    }

    @Test
    void ofManyBytesTheNewestAreKept() {
        for (int i = 0; i < 10_000; i++) {
            tail.add(i, i, i);
        }
        Report.Read read = tail.take();
        assertEquals(Tail.MOST, read.bytes().size());
        assertEquals(10_000, read.position());
        assertEquals(9_999, read.bits().at(Tail.MOST - 1));
        assertEquals(9_400, read.bits().at(0));
        assertEquals((byte) 9_400, read.bytes().at(0));
    }
}
