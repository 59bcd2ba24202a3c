package microgpt.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

class RecentLossesTest {
    @Test
    void tiesCountHalf() {
        RecentLosses losses = new RecentLosses(4);
        for (int loss = 1; loss <= 4; loss++) {
            losses.add(loss);
        }
        assertEquals(2.5 / 4, losses.percentile(3));
        assertEquals(2.0 / 4, losses.percentile(2.9));
        assertEquals(1, losses.percentile(5));
        assertEquals(0, losses.percentile(0));
    }

    @Test
    void theOldestIsForgottenFirst() {
        RecentLosses losses = new RecentLosses(4);
        for (int loss = 1; loss <= 5; loss++) {
            losses.add(loss);
        }
        assertEquals(1.5 / 4, losses.percentile(3), "of 2, 3, 4, 5 one is below and one equal");
    }

    @Test
    void withNothingToCompareWithALossRanksHighest() {
        assertEquals(1, new RecentLosses(4).percentile(0));
    }

    @Test
    void theRingAgreesWithAPlainListOverManyWraps() {
        RecentLosses losses = new RecentLosses(37);
        List<Double> all = new ArrayList<>();
        Rng rng = Rng.seeded(2);
        for (int i = 0; i < 500; i++) {
            double loss = rng.nextInt(20);
            losses.add(loss);
            all.add(loss);
            List<Double> last = all.subList(Math.max(0, all.size() - 37), all.size());
            double asked = rng.nextInt(20);
            double below = last.stream().filter(l -> l < asked).count();
            double equal = last.stream().filter(l -> l == asked).count();
            assertEquals((below + equal / 2) / last.size(), losses.percentile(asked));
        }
    }
}
