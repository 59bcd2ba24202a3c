package microgpt.web.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import microgpt.numeric.Rng;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.RecentBytes;
import org.junit.jupiter.api.Test;

class RaceTextTest {
    private final Pairing pairing = new Pairing();

    @Test
    void aDifferenceIsSaidWithItsInterval() {
        add(20_000, 0.05, 0.5);
        assertEquals(
                "A is better by 0.050 bits per byte over 20.0 KB, 95 % interval from 0.043 to 0.057.",
                RaceText.verdict(pairing, "B", 20_000));
        assertEquals("+0.050", RaceText.difference(pairing));
        assertEquals("+0.043 to +0.057", RaceText.interval(pairing));
    }

    @Test
    void theOtherOneCanBeBetter() {
        add(20_000, -0.05, 0.5);
        assertEquals(
                "C is better by 0.050 bits per byte over 20.0 KB, 95 % interval from 0.043 to 0.057.",
                RaceText.verdict(pairing, "C", 20_000));
    }

    @Test
    void aNullResultIsSaidAsSuch() {
        add(20_000, 0, 0.5);
        String verdict = RaceText.verdict(pairing, "B", 20_000);
        assertEquals(
                "No difference that 20.0 KB can show: B − A = 0.000 bits per byte, 95 % interval from −0.007 to 0.007.",
                verdict);
    }

    @Test
    void twoThatAreTheSameToTheBitAreCalledThat() {
        add(2000, 0, 0);
        assertEquals(
                "No difference: to the bit, each of the 2,000 bytes read so far costs A and B the same.",
                RaceText.verdict(pairing, "B", 2000));
        assertEquals("A and B have not parted yet.", RaceText.parting(pairing, "B"));
    }

    @Test
    void tooLittleIsSaidToBeTooLittle() {
        assertEquals("Nothing has been read yet.", RaceText.verdict(pairing, "B", 0));
        add(500, 0.5, 0.1);
        assertEquals(
                "Too little was read to tell A from B: 500 bytes, and an interval needs 1 KB.",
                RaceText.verdict(pairing, "B", 500));
        assertEquals("", RaceText.interval(pairing));
    }

    @Test
    void whereTheyPartIsNamed() {
        pairing.add(0, 'h', 2, 2);
        pairing.add(1, ' ', 2, 2.5);
        assertEquals("A and B first part at byte 1, blank: A 2.000 bits, B 2.500.", RaceText.parting(pairing, "B"));
    }

    @Test
    void aByteIsReadOut() {
        RecentBytes recent = new RecentBytes(10);
        recent.add(new LabReport.Read(
                0,
                3,
                Bytes.of(new byte[] {'a', 'b', 'c'}),
                Floats.of(1, 1, 3),
                List.of(new LabReport.Costs("B", Floats.of(1.05f, 2, 1)))));
        assertEquals("Byte 0, “a”: A 1.00 bits, B 1.05, about the same.", RaceText.readout(recent, 0, "B"));
        assertEquals("Byte 1, “b”: A 1.00 bits, B 2.00, A better by 1.00.", RaceText.readout(recent, 1, "B"));
        assertEquals("Byte 2, “c”: A 3.00 bits, B 1.00, B better by 2.00.", RaceText.readout(recent, 2, "B"));
        assertEquals("Of the newest 3 bytes, A was better at 33 %, B at 33 %.", RaceText.shares(recent, "B"));
    }

    private void add(int count, double mean, double deviation) {
        Rng random = Rng.seeded(9);
        double sum = 0;
        double[] noise = new double[count];
        for (int i = 0; i < count; i++) {
            noise[i] = deviation == 0 ? 0 : deviation * random.nextGaussian();
            sum += noise[i];
        }
        for (int i = 0; i < count; i++) {
            pairing.add(i, 'x', 3, 3 + (mean + noise[i] - sum / count));
        }
    }
}
