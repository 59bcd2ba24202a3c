package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

    @Test
    void whoWasMostRightIsKnownWhereTwoPredicted() {
        RecentBytes tail = new RecentBytes(4);
        List<String> names = List.of("transformer", "counts");
        tail.add(read(2, "ab"));
        assertEquals(-1, tail.mostRight(names, 1));
        LabReport.Costs transformer = new LabReport.Costs("transformer", Floats.of(1, 5, 2));
        LabReport.Costs counts = new LabReport.Costs("counts", Floats.of(3, 1, 2.5f));
        tail.add(new LabReport.Read(
                1, 5, Bytes.of((byte) 'c', (byte) 'd', (byte) 'e'), Floats.of(1, 1, 1), List.of(transformer, counts)));
        assertEquals(names, tail.others());
        assertEquals(-1, tail.mostRight(names, 0));
        assertEquals(0, tail.mostRight(names, 1));
        assertEquals(1, tail.mostRight(names, 2));
        assertEquals(0, tail.mostRight(names, 3));
        assertEquals(2.5f, tail.bits("counts", 3));
    }

    static LabReport.Read read(long position, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        float[] bits = new float[bytes.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = position - bytes.length + i;
        }
        return new LabReport.Read(1, position, Bytes.of(bytes), Floats.of(bits), List.of());
    }

    static String text(RecentBytes tail) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tail.size(); i++) {
            out.append((char) tail.value(i));
        }
        return out.toString();
    }
}
