package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecallTest {
    /** A ring of six rows in which the positions 7 to 11 follow each other round its end. */
    private static final byte[] FOLLOWED = {'a', 'b', 'c', 'd', 'e', 'f'};

    private static final int FIRST = 3;

    @Test
    void aFarPositionWeighsNothing() {
        Recall recall = weighed(1, 0, -16.9f, -17.1f, -40, -100);
        assertEquals(Math.exp(-16.9), recall.chance('e'), 1e-9);
        assertEquals(0, recall.chance('f'));
        assertEquals(List.of(7L, 8L), places(recall, 5));
    }

    @Test
    void theWeightiestPlacesComeFirstAndOfEqualOnesTheLatest() {
        Recall recall = weighed(0.5f, 2, 4, 2, 4, 3);
        assertEquals(List.of(10L, 8L, 11L, 9L, 7L), places(recall, 9));
        assertEquals(List.of(10L, 8L, 11L), places(recall, 3));
        assertEquals(List.of(), places(recall, 0));
        assertEquals('a', recall.neighbours(1, FOLLOWED).get(0).value());
    }

    @Test
    void theSlopeIsThatOfTheChanceOverTheta() {
        float[] scores = {2, 4, 1, 3.5f, 3};
        double h = 0.01;
        for (char value = 'a'; value <= 'f'; value++) {
            double up = weighed((float) (0.5 * Math.exp(h)), scores).chance(value);
            double down = weighed((float) (0.5 * Math.exp(-h)), scores).chance(value);
            double expected = value == 'c' ? 0 : Math.log(up / down) / (2 * h);
            assertEquals(expected, weighed(0.5f, scores).slope(value), 1e-4, "of " + value);
        }
    }

    @Test
    void whatIsForgottenHasNoNeighbours() {
        Recall recall = weighed(1, 0, 0, 0, 0, 0);
        recall.forget();
        assertEquals(List.of(), places(recall, 5));
        assertEquals(0, recall.chance('a'));
    }

    private static Recall weighed(float theta, float... scores) {
        Recall recall = new Recall(FOLLOWED.length);
        for (int i = 0; i < scores.length; i++) {
            recall.scores()[(FIRST + i) % FOLLOWED.length] = scores[i];
        }
        recall.weigh(12, FIRST, scores.length, theta, FOLLOWED);
        return recall;
    }

    private static List<Long> places(Recall recall, int most) {
        return recall.neighbours(most, FOLLOWED).stream()
                .map(Neighbour::position)
                .toList();
    }
}
