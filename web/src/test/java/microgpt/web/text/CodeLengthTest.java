package microgpt.web.text;

import static microgpt.web.Reports.progress;
import static org.junit.jupiter.api.Assertions.assertEquals;

import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class CodeLengthTest {
    private final CodeLength length = new CodeLength();

    @Test
    void beforeTheFirstByteNothingIsKnown() {
        assertEquals("–", length.now());
        length.add(progress(0, 0));
        assertEquals("–", length.now());
    }

    @Test
    void gzipIsComparedAtItsOwnPosition() {
        length.add(progress(1_000, 499.5));
        length.add(progress(2_000, 800));
        length.add(new LabReport.Gzipped(1, 1_000, 400));
        assertEquals("2,000 bytes in 800 (3.20 bits per byte)", length.now());
        assertEquals(
                "Of 1,000 bytes the browser's gzip makes 400 (3.20 bits per byte), this model 500 (4.00 bits per byte).",
                length.comparison());
    }

    @Test
    void aPositionThatIsNotRememberedIsNotCompared() {
        length.add(progress(1_000, 500));
        length.add(new LabReport.Gzipped(1, 999, 400));
        assertEquals("", length.comparison());
    }
}
