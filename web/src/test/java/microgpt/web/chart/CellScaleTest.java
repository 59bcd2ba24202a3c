package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class CellScaleTest {
    private static final LabReport.MatrixPicture LARGE = matrix("wte", 3, 0.5);
    private static final LabReport.MatrixPicture MIDDLE = matrix("blocks.0.up", 0.4, 0.1);
    private static final LabReport.MatrixPicture SMALL = matrix("blocks.0.down", 0.1, 0.01);
    private static final LabReport.MatrixPicture BIAS = matrix("blocks.0.relativeBias", 4, 0.2);

    @Test
    void matricesShareTheMedianOfTheirLargestCellsAndBiasesHaveTheirOwn() {
        CellScale scale = CellScale.of(picture(LARGE, MIDDLE, BIAS, SMALL), false);
        assertEquals(0.4, scale.matrices());
        assertEquals(0.25, scale.gain(SMALL), 1e-9);
        assertEquals(7.5, scale.gain(LARGE), 1e-9);
        assertEquals(1, scale.gain(BIAS));
        assertEquals(0.1, CellScale.of(picture(LARGE, MIDDLE, SMALL), true).of(LARGE));
    }

    @Test
    void aPictureWithoutChangesHasNoColour() {
        LabReport.MatrixPicture still = matrix("wte", 1, 0);
        assertEquals(0, CellScale.of(picture(still), true).gain(still));
        assertEquals(0, CellScale.of(picture(), true).matrices());
    }

    private static LabReport.MatrixPicture matrix(String name, double cellScale, double changeScale) {
        return new LabReport.MatrixPicture(
                name, 1, 1, 1, 1, 1, cellScale, cellScale, Bytes.of((byte) 127), changeScale, Bytes.of((byte) 127));
    }

    private static LabReport.ModelPicture picture(LabReport.MatrixPicture... matrices) {
        LabReport.ModelShape shape = new LabReport.ModelShape(1, 1, 1, 1, 1, 257, 256, "rms", "relu", "relative", true);
        return new LabReport.ModelPicture(1, 0, 0, shape, List.of(matrices), LabReport.WindowPicture.NONE);
    }
}
