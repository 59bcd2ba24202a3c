package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class AttentionTextTest {
    @Test
    void everyHeadSaysWhereItLooksFromTheLastByte() {
        Floats weights = Floats.of(
                1, 0, 0, 0.5f, 0.5f, 0, 0.7f, 0.2f, 0.1f, //
                1, 0, 0, 0.9f, 0.1f, 0, 0.2f, 0.2f, 0.6f);
        assertEquals(
                "Attention of every head, from the last byte of the window, “e”."
                        + " Layer 1, head 1 looks most at “t”, 2 before."
                        + " Layer 1, head 2 looks most at that byte itself.",
                AttentionText.of(
                        new LabReport.Attention(1, 1, 2, 3, List.of((int) 't', (int) 'h', (int) 'e'), weights)));
    }

    @Test
    void layersFollowEachOtherAndOfEqualWeightsTheNearestCounts() {
        Floats weights = Floats.of(1, 0, 0.5f, 0.5f, 1, 0, 0.8f, 0.2f);
        assertEquals(
                "Attention of every head, from the last byte of the window, blank."
                        + " Layer 1, head 1 looks most at that byte itself."
                        + " Layer 2, head 1 looks most at BOS, 1 before.",
                AttentionText.of(new LabReport.Attention(1, 2, 1, 2, List.of(256, (int) ' '), weights)));
    }

    @Test
    void oneHeadAndOneCellAreToldWithTheirShares() {
        Floats weights = Floats.of(1, 0, 0, 0, 0.5f, 0.5f, 0, 0, 0.7f, 0.2f, 0.1f, 0, 0.1f, 0.6f, 0.1f, 0.2f);
        LabReport.Attention attention =
                new LabReport.Attention(1, 1, 1, 4, List.of((int) 't', (int) 'h', (int) 'e', (int) '\n'), weights);
        assertEquals(
                "Layer 1, head 1, enlarged. From the last byte, new line, it looks at “h”, 2 before: 60 %;"
                        + " that byte itself: 20 %; “e”, 1 before: 10 %.",
                AttentionText.of(attention, 0, 0));
        assertEquals(
                "Layer 1, head 1: reading “e”, it gives “h”, 1 before, 20 % of its attention.",
                AttentionText.of(attention, 0, 0, 2, 1));
        assertEquals(
                "Layer 1, head 1: reading “t”, it gives “t” (itself) 100 % of its attention.",
                AttentionText.of(attention, 0, 0, 0, 0));
    }
}
