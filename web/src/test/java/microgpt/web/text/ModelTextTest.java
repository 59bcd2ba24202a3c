package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class ModelTextTest {
    @Test
    void aModelIsItsShape() {
        assertEquals(
                "2 layers of width 64, 4 heads each, an MLP of 256, a window of 64 bytes, attention biased by distance,"
                        + " embedding and head tied. Press a part to look inside.",
                ModelText.of(new LabReport.ModelShape(
                        2, 4, 64, 256, 64, 257, 256, "rms", "relu_squared", "relative", true)));
        assertEquals(
                "1 layer of width 16, 1 head each, an MLP of 64, a window of 8 bytes, no positions."
                        + " Press a part to look inside.",
                ModelText.of(new LabReport.ModelShape(1, 1, 16, 64, 8, 257, 256, "layer", "gelu", "none", false)));
    }

    @Test
    void aMatrixIsItsPlaceSizeNormAndHowMuchItMoved() {
        LabReport.MatrixPicture proj = matrix("blocks.1.proj", 4, 6, 2, 3, 10, 1);
        assertEquals(
                "layer 2, what the heads gathered, back to the residual stream: 4 × 6 = 24 weights, norm 2.50, largest"
                        + " 0.750. Over the last 1,024 bytes it changed by 1.00 % of its norm. Each cell is the mean of"
                        + " some neighbouring weights.",
                ModelText.of(proj, 1024));
        assertEquals(
                "embedding, a row for each byte: 2 × 3 = 6 weights, norm 2.50, largest 0.750.",
                ModelText.of(matrix("wte", 2, 3, 2, 3, 10, 1), 0));
    }

    @Test
    void aCellIsItsPlaceAndItsValue() {
        LabReport.MatrixPicture seen = matrix("blocks.0.up", 4, 6, 2, 3, 10, 1);
        assertEquals("row 2–3, column 4–5: 0.500 (mean)", ModelText.cell(seen, 1, 2, 0.5));
        LabReport.MatrixPicture wte = matrix("wte", 257, 3, 257, 3, 10, 1);
        assertEquals("“e”, column 1: -0.250", ModelText.cell(wte, 'e', 1, -0.25).replace('−', '-'));
        assertEquals(-0.5, ModelText.value(Bytes.of((byte) -127), 0.5, 0));
    }

    @Test
    void theLikeliestBytesComeFirst() {
        float[] chances = new float[256];
        chances['a'] = 0.25f;
        chances[' '] = 0.5f;
        chances['b'] = 0.125f;
        LabReport.WindowPicture window =
                new LabReport.WindowPicture(List.of(), 0, Bytes.EMPTY, 0, 0, Bytes.EMPTY, Floats.of(chances));
        assertEquals("blank 50 %, “a” 25 %", ModelText.likeliest(window, 2));
    }

    private static LabReport.MatrixPicture matrix(
            String name, int rows, int columns, int seenRows, int seenColumns, int cell, int change) {
        byte[] cells = new byte[seenRows * seenColumns];
        byte[] changes = new byte[cells.length];
        Arrays.fill(cells, (byte) cell);
        Arrays.fill(changes, (byte) change);
        return new LabReport.MatrixPicture(
                name, rows, columns, seenRows, seenColumns, 2.5, 0.75, 0.5, Bytes.of(cells), 0.05, Bytes.of(changes));
    }
}
