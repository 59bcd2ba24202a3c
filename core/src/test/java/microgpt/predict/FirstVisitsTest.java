package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class FirstVisitsTest {
    private final Journal journal = new Journal();
    private final FirstVisits visits = new FirstVisits(16, journal);

    @Test
    void whatCameOnceIsToldOnce() {
        assertEquals(-1, visits.take(0x1234_5678));
        visits.put(0x1234_5678, 'x');
        visits.put(0x1234_5679, 0);
        assertEquals('x', visits.take(0x1234_5678));
        assertEquals(-1, visits.take(0x1234_5678));
        assertEquals(0, visits.take(0x1234_5679));
    }

    @Test
    void theNewestTakesTheRoomWhereThereIsNone() {
        for (int i = 0; i < 5; i++) {
            visits.put(0x5555_0010 + i, i);
        }
        assertEquals(-1, visits.take(0x5555_0010));
        for (int i = 1; i < 5; i++) {
            assertEquals(i, visits.take(0x5555_0010 + i));
        }
    }

    @Test
    void whatWasTakenOrPutCanBeGivenBack() {
        visits.put(7, 'a');
        journal.open();
        int mark = journal.mark();
        visits.take(7);
        visits.put(8, 'b');
        journal.backTo(mark);
        journal.close();
        assertEquals('a', visits.take(7));
        assertEquals(-1, visits.take(8));
    }

    @Test
    void allComesBack() {
        visits.put(7, 'a');
        visits.put(-7, 'b');
        Snapshot saved = new Snapshot();
        visits.save(saved);
        FirstVisits found = new FirstVisits(16, journal);
        found.put(9, 'c');
        found.restore(saved);
        assertEquals('a', found.take(7));
        assertEquals('b', found.take(-7));
        assertEquals(-1, found.take(9));
    }
}
