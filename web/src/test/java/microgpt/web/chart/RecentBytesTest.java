package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class RecentBytesTest {
    @Test
    void theNewestBytesStay() {
        RecentBytes tail = new RecentBytes(6);
        tail.add(read(4, "abcd"));
        tail.add(read(8, "efgh"));
        assertEquals("cdefgh", text(tail));
        assertEquals(2, tail.position(0));
        assertEquals(8, tail.end());
        assertEquals(7, tail.bits(5));
    }

    @Test
    void aGapForgetsWhatWasBefore() {
        RecentBytes tail = new RecentBytes(6);
        tail.add(read(4, "abcd"));
        tail.add(read(100, "xyz"));
        assertEquals("xyz", text(tail));
        assertEquals(97, tail.position(0));
    }

    @Test
    void moreThanFitsKeepsTheEnd() {
        RecentBytes tail = new RecentBytes(3);
        tail.add(read(8, "abcdefgh"));
        assertEquals("fgh", text(tail));
        assertEquals(5, tail.position(0));
    }

    static LabReport.Read read(long position, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        float[] bits = new float[bytes.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = position - bytes.length + i;
        }
        return new LabReport.Read(1, position, Bytes.of(bytes), Floats.of(bits));
    }

    static String text(RecentBytes tail) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tail.size(); i++) {
            out.append((char) tail.value(i));
        }
        return out.toString();
    }
}
