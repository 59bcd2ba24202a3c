package microgpt.web.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SampleScheduleTest {
    private final SampleSchedule schedule = new SampleSchedule();

    @Test
    void eachTimeIsToldOnce() {
        assertEquals(SampleSchedule.NOTHING, schedule.due(99, 1000, false));
        assertEquals(0, schedule.due(100, 1000, false));
        assertEquals(SampleSchedule.NOTHING, schedule.due(200, 1000, false));
        assertEquals(1, schedule.due(300, 1000, false));
        assertEquals(2, schedule.due(1000, 1000, true));
        assertEquals(SampleSchedule.NOTHING, schedule.due(1000, 1000, true));
    }

    @Test
    void whatWasMissedIsLeftOut() {
        assertEquals(1, schedule.due(500, 1000, false));
        assertEquals(SampleSchedule.NOTHING, schedule.due(500, 1000, false));
    }

    @Test
    void ofAStreamOfUnknownLengthOnlyTheEndIsKnown() {
        assertEquals(SampleSchedule.NOTHING, schedule.due(500, -1, false));
        assertEquals(2, schedule.due(700, 700, true));
    }

    @Test
    void anotherRunBeginsAnew() {
        schedule.due(1000, 1000, true);
        schedule.begin();
        assertEquals(0, schedule.due(100, 1000, false));
    }
}
