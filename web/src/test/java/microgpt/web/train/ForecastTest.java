package microgpt.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.protocol.train.TrainReport;
import org.junit.jupiter.api.Test;

class ForecastTest {
    @Test
    void figuresAreSaidAsPeopleSayThem() {
        Forecast forecast = forecast(366_432, 2.4562, 0.0851, 1_000_000);
        assertEquals("366,432", forecast.parameters());
        assertEquals("2.46", forecast.perParameter());
        assertEquals("85.1 ms", forecast.step());
        assertEquals("about 2 min 8 s", forecast.time());
        assertEquals("8.00 MB", forecast.memory());
        assertEquals("1,500 steps of 1,024 bytes: the text 1.5 times", forecast.reading());
        assertEquals(
                "1,500 steps of 1,024 bytes, a small part of the text",
                forecast(1000, 20_000, 1, 20_000_000).reading());
    }

    @Test
    void aLongTextIsPlentyAndAShortOneTooLittle() {
        assertTrue(forecast(1000, 25, 1, 25_000).judgement().startsWith("Plenty"));
        assertTrue(forecast(1000, 5, 1, 5_000).judgement().startsWith("A fair amount"));
        assertTrue(forecast(1000, 1, 1, 1_000).judgement().startsWith("Little text"));
        assertTrue(forecast(1000, 0.1, 1, 100).judgement().startsWith("Far too little"));
    }

    @Test
    void whatWasNotMeasuredIsNotGuessed() {
        Forecast forecast = forecast(1000, 0, 0, 0);
        assertEquals("not measured", forecast.step());
        assertEquals("not measured", forecast.time());
        assertEquals("–", forecast.perParameter());
        assertEquals("", forecast.judgement());
    }

    private static Forecast forecast(int parameters, double ratio, double seconds, long textBytes) {
        TrainReport.Estimated estimated =
                new TrainReport.Estimated(1, parameters, 8_000_000, 4_000_000, ratio, seconds, 1500, "");
        return new Forecast(estimated, textBytes, 1024);
    }
}
