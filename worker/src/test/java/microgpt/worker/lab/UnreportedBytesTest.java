package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class UnreportedBytesTest {
    private final UnreportedBytes tail = new UnreportedBytes();

    @Test
    void whatWasReadIsTakenOnce() {
        tail.add(0, 'a', 1);
        tail.add(1, 0xff, 2);
        assertEquals(new LabReport.Read(5, 2, Bytes.of((byte) 'a', (byte) -1), Floats.of(1, 2)), tail.take(5));
        assertTrue(tail.isEmpty());
        assertEquals(new LabReport.Read(5, 2, Bytes.EMPTY, Floats.EMPTY), tail.take(5));
    }

    @Test
    void ofManyBytesTheNewestAreKept() {
        for (int i = 0; i < 10_000; i++) {
            tail.add(i, i, i);
        }
        LabReport.Read read = tail.take(5);
        assertEquals(UnreportedBytes.MOST, read.bytes().size());
        assertEquals(10_000, read.position());
        assertEquals(9_999, read.bits().at(UnreportedBytes.MOST - 1));
        assertEquals(9_400, read.bits().at(0));
        assertEquals((byte) 9_400, read.bytes().at(0));
    }
}
