package microgpt.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.stream.IntStream;
import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static int[] ranked(double... scores) {
        Ranking ranking = new Ranking();
        ranking.rank(new double[] {1, 2, 3}); // leaves nothing behind
        ranking.rank(scores);
        return IntStream.range(0, scores.length).map(ranking::token).toArray();
    }

    @Test
    void theHighestScoreIsFirst() {
        assertArrayEquals(new int[] {2, 0, 3, 1}, ranked(0.5, Double.NEGATIVE_INFINITY, 7, -3));
    }

    @Test
    void ofEqualScoresTheFirstTokenIsFirstAndZeroHasNoSign() {
        assertArrayEquals(new int[] {1, 4, 0, 2, 3}, ranked(-0.0, 1, 0.0, -0.0, 1));
    }

    @Test
    void manyScoresWithManyTiesAreRankedAsByAStableSort() {
        Rng rng = Rng.seeded(3);
        for (int round = 0; round < 100; round++) {
            double[] scores = new double[1 + rng.nextInt(300)];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = rng.nextInt(20) - 10;
            }
            int[] expected = IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(token -> -scores[token]))
                    .mapToInt(token -> token)
                    .toArray();
            assertArrayEquals(expected, ranked(scores));
        }
    }

    @Test
    void theNucleusIsTheFewestThatReachTheMassAndNeverEmpty() {
        double[] weights = {0.5, 0.25, 0.125, 0.125};
        assertEquals(1, Ranking.nucleus(weights, 4, 0));
        assertEquals(1, Ranking.nucleus(weights, 4, 0.5));
        assertEquals(2, Ranking.nucleus(weights, 4, 0.51));
        assertEquals(4, Ranking.nucleus(weights, 4, 1));
        assertEquals(3, Ranking.nucleus(weights, 3, 0.9)); // what rounding keeps from being reached
    }
}
