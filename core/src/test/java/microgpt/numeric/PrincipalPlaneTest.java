package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PrincipalPlaneTest {
    private static final int COLUMNS = 5;

    @Test
    void theAxesOfGreatestVarianceAreFound() {
        float[] rows = new float[200 * COLUMNS];
        Rng rng = Rng.seeded(3);
        for (int r = 0; r < 200; r++) {
            double[] spread = {0.1, 5, 0.2, 2, 0.1};
            for (int i = 0; i < COLUMNS; i++) {
                rows[r * COLUMNS + i] = (float) (7 + spread[i] * rng.nextGaussian());
            }
        }
        PrincipalPlane plane = PrincipalPlane.of(rows, COLUMNS, all(200));
        for (int r = 1; r < 200; r++) {
            assertEquals(difference(rows, r, 1), plane.x(r) - plane.x(0), 1, "row " + r);
            assertEquals(difference(rows, r, 3), plane.y(r) - plane.y(0), 1, "row " + r);
        }
        assertTrue(plane.share() > 0.99 && plane.share() < 1, "share " + plane.share());
    }

    @Test
    void rowsThatDoNotCountDoNotMoveThePlane() {
        float[] rows = cloud(60);
        boolean[] counted = all(60);
        counted[10] = false;
        counted[59] = false;
        PrincipalPlane before = PrincipalPlane.of(rows, COLUMNS, counted);
        rows[10 * COLUMNS] += 100;
        rows[59 * COLUMNS + 2] -= 50;
        PrincipalPlane after = PrincipalPlane.of(rows, COLUMNS, counted);
        assertEquals(before.share(), after.share());
        assertEquals(before.x(0), after.x(0));
        assertTrue(Math.abs(before.x(10) - after.x(10)) + Math.abs(before.y(10) - after.y(10)) > 1);
    }

    /** The two axes exchange their ranks in the middle of it: pictures made anew would turn by a right angle. */
    @Test
    void pointsDriftAndDoNotFlip() {
        float[] rows = cloud(100);
        PrincipalPlane last = PrincipalPlane.of(rows, COLUMNS, all(100));
        double farthest = 0;
        for (int r = 0; r < 100; r++) {
            farthest = Math.max(farthest, Math.hypot(last.x(r), last.y(r)));
        }
        for (int step = 0; step < 50; step++) {
            for (int r = 0; r < 100; r++) {
                rows[r * COLUMNS] *= 0.97f;
                rows[r * COLUMNS + 1] *= 1.02f;
            }
            PrincipalPlane next = last.next(rows, all(100));
            for (int r = 0; r < 100; r++) {
                double moved = Math.hypot(next.x(r) - last.x(r), next.y(r) - last.y(r));
                assertTrue(moved < 0.15 * farthest, "step " + step + ", row " + r + " moved " + moved);
            }
            last = next;
        }
    }

    @Test
    void aMirroredPictureIsMirroredBack() {
        float[] rows = cloud(40);
        PrincipalPlane first = PrincipalPlane.of(rows, COLUMNS, all(40));
        float[] mirrored = rows.clone();
        for (int r = 0; r < 40; r++) {
            mirrored[r * COLUMNS] *= -1;
        }
        PrincipalPlane next = first.next(mirrored, all(40));
        for (int r = 0; r < 40; r++) {
            assertEquals(first.x(r), next.x(r), 1e-4);
            assertEquals(first.y(r), next.y(r), 1e-4);
        }
    }

    @Test
    void rowsThatAreAllAlikeAreOnePoint() {
        for (int count : new int[] {0, 1, 8}) {
            PrincipalPlane plane = PrincipalPlane.of(new float[count * COLUMNS], COLUMNS, all(count));
            assertEquals(0, plane.share());
            for (int r = 0; r < count; r++) {
                assertEquals(
                        0, plane.next(new float[count * COLUMNS], all(count)).x(r));
            }
        }
    }

    /** Spread along the first column most, along the second less, a little along the rest. */
    private static float[] cloud(int count) {
        Rng rng = Rng.seeded(11);
        float[] rows = new float[count * COLUMNS];
        for (int i = 0; i < rows.length; i++) {
            double spread = i % COLUMNS == 0 ? 4 : i % COLUMNS == 1 ? 2 : 0.1;
            rows[i] = (float) (spread * rng.nextGaussian());
        }
        return rows;
    }

    private static boolean[] all(int count) {
        boolean[] counted = new boolean[count];
        Arrays.fill(counted, true);
        return counted;
    }

    private static double difference(float[] rows, int row, int column) {
        return rows[row * COLUMNS + column] - rows[column];
    }
}
