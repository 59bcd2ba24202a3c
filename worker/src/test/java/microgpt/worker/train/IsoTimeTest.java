package microgpt.worker.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IsoTimeTest {
    @Test
    void everyMomentIsWrittenAsTheJdkDoes() {
        for (long seconds = 0; seconds < 5_000_000_000L; seconds += 12_345_677) {
            assertEquals(Instant.ofEpochSecond(seconds).toString(), IsoTime.of(1000 * seconds + 999));
        }
        assertEquals(
                "2024-02-29T23:59:59Z",
                IsoTime.of(Instant.parse("2024-02-29T23:59:59Z").toEpochMilli()));
    }
}
