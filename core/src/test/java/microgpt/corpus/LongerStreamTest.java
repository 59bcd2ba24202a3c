package microgpt.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LongerStreamTest {
    private static final PhasePlan PLAN = PhasePlan.parse(
            "p",
            "{\"seed\": 1, \"phases\": [{\"phase\": \"motif\", \"bytes\": 90}, {\"phase\": \"stories\", \"bytes\": 900}]}");

    @Test
    void aStreamGoesOnAsTheLongerPlanDoes() {
        ByteStream stream = Corpus.build(PLAN);
        long end = stream.size();
        ByteStream longer = Corpus.build(PLAN.longer(2, 700));
        stream.continueAs(longer);
        assertTrue(stream.isComplete());
        assertTrue(stream.size() >= end + 1400);
        assertArrayEquals(bytes(longer), bytes(stream));
        assertEquals(longer.documentCount(), stream.documentCount());
        for (long i = 0; i < longer.documentCount(); i++) {
            assertEquals(longer.documentStart(i), stream.documentStart(i));
        }
    }

    @Test
    void theLastPhaseIsSoMuchLonger() {
        ByteStream stream = Corpus.build(PLAN);
        stream.continueAs(Corpus.build(PLAN.longer(1, 700)));
        assertEquals(2, stream.phaseCount());
        assertEquals(stream.size(), stream.phase(1).end());
    }

    private static byte[] bytes(ByteStream stream) {
        byte[] bytes = new byte[(int) stream.size()];
        stream.read(0, bytes, 0, bytes.length);
        return bytes;
    }
}
