package microgpt.web.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class TravelTextTest {
    private static LabReport.Course branch(double difference, LabReport.Change... changes) {
        return new LabReport.Course(0, 4000, 6000, List.of(changes), 5888, difference);
    }

    @Test
    void aPlaceSaysHowMuchLiesAhead() {
        assertEquals("byte 4,000 of 10,096", TravelText.place(4000, 10_096));
        assertEquals("byte 10,096", TravelText.place(10_096, 10_096));
    }

    @Test
    void aBranchIsNamedByWhatWasChanged() {
        assertEquals("from the start", TravelText.course(new LabReport.Course(-1, 0, 10, List.of(), 0, Double.NaN)));
        assertEquals(
                "from byte 4,000: learning rate 0.006 → 0.001, experience replay off, experience replay: windows 3 → 1",
                TravelText.course(branch(
                        0,
                        new LabReport.Change("optimizer.learning_rate", "0.006", "0.001"),
                        new LabReport.Change("experience_replay.enabled", "true", "false"),
                        new LabReport.Change("experience_replay.windows", "3", "1"))));
        assertEquals("from byte 4,000: with the same settings", TravelText.course(branch(0)));
    }

    @Test
    void aDifferenceSaysWhoseItIsAndOverWhat() {
        String bytes = ", over the 1,888 bytes that both have read";
        assertEquals("0.0410 bits per byte more" + bytes, TravelText.comparison(branch(0.041)));
        assertEquals("0.0410 bits per byte fewer" + bytes, TravelText.comparison(branch(-0.041)));
        assertEquals("exactly the same" + bytes, TravelText.comparison(branch(0)));
        assertEquals("nothing to compare yet", TravelText.comparison(branch(Double.NaN)));
    }
}
