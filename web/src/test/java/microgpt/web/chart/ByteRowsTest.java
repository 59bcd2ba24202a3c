package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class ByteRowsTest {
    /** Rows of five, two and four bytes: 0 to 4, 5 and 6, 7 to 10. */
    private final ByteRows rows = new ByteRows(new long[] {0, 5, 7}, elevenBytes());

    @Test
    void aPlaceIsAByteOrNone() {
        assertEquals(3, rows.at(0, 3));
        assertEquals(6, rows.at(1, 1));
        assertEquals(-1, rows.at(1, 2));
        assertEquals(-1, rows.at(3, 0));
        assertEquals(-1, rows.at(0, -1));
    }

    @Test
    void theArrowKeysGoFromByteToByte() {
        assertEquals(10, rows.beside(-1, 1, 0), "they begin at the newest");
        assertEquals(9, rows.beside(10, -1, 0));
        assertEquals(10, rows.beside(10, 1, 0));
        assertEquals(0, rows.beside(0, -1, 0));
        assertEquals(5, rows.beside(7, 0, -1));
        assertEquals(6, rows.beside(10, 0, -1), "the row above is shorter");
        assertEquals(1, rows.beside(1, 0, -1));
        assertEquals(8, rows.beside(6, 0, 1));
    }

    private static RecentBytes elevenBytes() {
        RecentBytes bytes = new RecentBytes(64);
        bytes.add(new LabReport.Read(1, 11, Bytes.of(new byte[11]), Floats.of(new float[11]), List.of()));
        return bytes;
    }
}
