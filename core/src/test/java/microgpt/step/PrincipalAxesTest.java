package microgpt.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

class PrincipalAxesTest {
    @Test
    void aLineInSpaceHasOneAxis() {
        PrincipalAxes axes = PrincipalAxes.of(new double[][] {{1, 2, 2}, {2, 4, 4}, {3, 6, 6}}, 2);
        assertArrayEquals(new double[] {1, 0}, axes.shares(), 1e-12);
        assertEquals(-3, axes.coordinates()[0][0], 1e-12);
        assertEquals(0, axes.coordinates()[1][0], 1e-12);
        assertEquals(3, axes.coordinates()[2][0], 1e-12);
    }

    @Test
    void allAxesTogetherKeepEveryDistance() {
        double[][] rows = rows(20, 7);
        double[][] seen = PrincipalAxes.of(rows, 7).coordinates();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                assertEquals(distance(rows[i], rows[j]), distance(seen[i], seen[j]), 1e-9);
            }
        }
    }

    @Test
    void axesAreUncorrelatedAndTheirSharesFall() {
        double[][] rows = rows(40, 6);
        PrincipalAxes axes = PrincipalAxes.of(rows, 6);
        double[] sums = new double[36];
        for (double[] row : axes.coordinates()) {
            for (int i = 0; i < 36; i++) {
                sums[i] += row[i / 6] * row[i % 6] / 40;
            }
        }
        double whole = 0;
        for (int i = 0; i < 6; i++) {
            whole += axes.shares()[i];
            for (int j = 0; j < 6; j++) {
                if (i != j) {
                    assertEquals(0, sums[6 * i + j], 1e-6);
                }
            }
            assertEquals(true, i == 0 || sums[7 * i] <= sums[7 * (i - 1)]);
        }
        assertEquals(1, whole, 1e-12);
    }

    @Test
    void equalRowsHaveNoDirection() {
        PrincipalAxes axes = PrincipalAxes.of(new double[][] {{1, 2}, {1, 2}}, 2);
        assertArrayEquals(new double[] {0, 0}, axes.shares());
        assertArrayEquals(new double[] {0, 0}, axes.coordinates()[0]);
    }

    private static double[][] rows(int count, int width) {
        Rng rng = Rng.seeded(3);
        double[][] rows = new double[count][width];
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                row[i] = rng.nextInt(1000) * (i + 1) + (i > 0 ? row[0] : 0);
            }
        }
        return rows;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum) / 1000;
    }
}
