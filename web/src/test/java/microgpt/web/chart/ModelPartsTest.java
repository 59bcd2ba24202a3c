package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class ModelPartsTest {
    @Test
    void everyMatrixHasItsPlaceAndItsNameFromTheCode() {
        assertEquals(
                List.of(
                        "wte",
                        "blocks.0.qkv",
                        "blocks.0.attention",
                        "blocks.0.relativeBias",
                        "blocks.0.proj",
                        "blocks.0.up",
                        "blocks.0.down",
                        "wte"),
                names(shape(1, "relative", true)));
        List<String> learned = names(shape(2, "learned", false));
        assertTrue(learned.containsAll(List.of("wpe", "blocks.1.down", "lmHead")), learned.toString());
        assertTrue(!learned.contains("blocks.0.relativeBias"), learned.toString());
    }

    @Test
    void theResidualStreamIsSeenAfterTheEmbeddingAndAfterEachHalfOfABlock() {
        List<Integer> stages = new ArrayList<>();
        for (ModelParts.Row row : ModelParts.of(shape(2, "none", true))) {
            stages.add(row.stage());
        }
        assertEquals(List.of(0, 1, 2, 3, 4, -1), stages);
    }

    @Test
    void matricesAreDrawnInTheirShapeWithinBounds() {
        assertArrayEquals(new double[] {1, 1}, ModelParts.size(64, 64));
        double[] tall = ModelParts.size(257, 64);
        double[] longer = ModelParts.size(5000, 64);
        assertTrue(tall[1] > tall[0]);
        assertArrayEquals(tall, longer);
        assertEquals(tall[0], ModelParts.size(64, 257)[1], 0.05);
    }

    @Test
    void rowsThatBelongTogetherAreNamed() {
        assertEquals(
                List.of(
                        new ModelParts.Band("query", 0, 64),
                        new ModelParts.Band("key", 64, 128),
                        new ModelParts.Band("value", 128, 192)),
                ModelParts.bands("blocks.1.qkv", 192));
        assertEquals(
                new ModelParts.Band("digits", 48, 58),
                ModelParts.bands("wte", 257).get(0));
        assertEquals(List.of(), ModelParts.bands("wte", 64));
        assertEquals(List.of(), ModelParts.bands("blocks.0.up", 256));
    }

    private static List<String> names(LabReport.ModelShape shape) {
        List<String> names = new ArrayList<>();
        for (ModelParts.Row row : ModelParts.of(shape)) {
            for (ModelParts.Part part : row.parts()) {
                if (!part.name().isEmpty()) {
                    names.add(part.name());
                }
            }
        }
        return names;
    }

    private static LabReport.ModelShape shape(int layers, String position, boolean tied) {
        return new LabReport.ModelShape(layers, 2, 8, 16, 32, 257, 256, "rms", "relu_squared", position, tied);
    }
}
