package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CostSumsTest {
    private static CostSums read(long from, long to, int step) {
        CostSums sums = new CostSums(from, 10.0 * from);
        for (long at = from; at + step <= to; at += step) {
            sums.add(at, at + step, 10.0 * (at + step));
        }
        return sums;
    }

    @Test
    void twoCoursesAreComparedAtTheLastPlaceThatBothHave() {
        CostSums first = read(0, 5000, 32);
        CostSums branch = read(1024, 3000, 32);
        assertEquals(2816, branch.lastCommon(first));
        assertEquals(2816, first.lastCommon(branch));
        assertEquals(28_160, branch.upTo(2816));
    }

    @Test
    void aBranchThatHasReadNothingHasItsStartInCommonAtMost() {
        assertEquals(1024, read(1024, 1024, 32).lastCommon(read(0, 5000, 32)));
        assertEquals(-1, read(1000, 1000, 8).lastCommon(read(0, 5000, 32)));
    }

    @Test
    void bytesThatAreReadAgainAreNotAddedAgain() {
        CostSums sums = read(0, 1024, 32);
        sums.add(480, 512, -1);
        assertEquals(5120, sums.upTo(512));
    }
}
