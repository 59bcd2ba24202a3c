package microgpt.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.protocol.train.TrainReport;
import org.junit.jupiter.api.Test;

class EstimateTextTest {
    @Test
    void figuresAreSaidAsPeopleSayThem() {
        EstimateText estimate = estimate(366_432, 2.4562, 0.0851, 1_000_000);
        assertEquals("366,432", estimate.parameters());
        assertEquals("2.46", estimate.perParameter());
        assertEquals("85.1 ms", estimate.step());
        assertEquals("about 2 min 8 s", estimate.time());
        assertEquals("8.00 MB", estimate.memory());
        assertEquals("1,500 steps of 1,024 bytes: the text 1.5 times", estimate.reading());
        assertEquals(
                "1,500 steps of 1,024 bytes, a small part of the text",
                estimate(1000, 20_000, 1, 20_000_000).reading());
    }

    @Test
    void aLongTextIsPlentyAndAShortOneTooLittle() {
        assertTrue(estimate(1000, 25, 1, 25_000).judgement().startsWith("Plenty"));
        assertTrue(estimate(1000, 5, 1, 5_000).judgement().startsWith("A fair amount"));
        assertTrue(estimate(1000, 1, 1, 1_000).judgement().startsWith("Little text"));
        assertTrue(estimate(1000, 0.1, 1, 100).judgement().startsWith("Far too little"));
    }

    @Test
    void whatWasNotMeasuredIsNotGuessed() {
        EstimateText estimate = estimate(1000, 0, 0, 0);
        assertEquals("not measured", estimate.step());
        assertEquals("not measured", estimate.time());
        assertEquals("–", estimate.perParameter());
        assertEquals("", estimate.judgement());
    }

    private static EstimateText estimate(int parameters, double ratio, double seconds, long textBytes) {
        TrainReport.Estimated estimated =
                new TrainReport.Estimated(1, parameters, 8_000_000, 4_000_000, ratio, seconds, 1500, "");
        return new EstimateText(estimated, textBytes, 1024);
    }
}
