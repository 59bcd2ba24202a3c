package microgpt.web.chart;

import java.util.Arrays;
import microgpt.numeric.Nullable;
import microgpt.numeric.PrincipalPlane;
import microgpt.protocol.lab.LabReport;

/** Where the embedding of each byte lies on the plane on which those that were read differ most, from picture to picture. */
public final class ByteMap {
    public static final int BYTES = 256;
    /** Fewer points span no plane: until then all bytes count. */
    private static final int LEAST_POINTS = 3;

    private static final double REACH = 1.04;

    private final double[] x = new double[BYTES];
    private final double[] y = new double[BYTES];
    private final boolean[] counted = new boolean[BYTES];
    private @Nullable PrincipalPlane plane;
    private @Nullable LabReport.EmbeddingMap newest;
    private double middleX;
    private double middleY;
    private double half = 1;
    private boolean shown;

    /** Another model: its first picture has nothing to do with those before. */
    public void clear() {
        plane = null;
        newest = null;
        shown = false;
    }

    /** The next picture. Where the points are drawn follows by {@link #approach}. */
    public void show(LabReport.EmbeddingMap map) {
        int read = 0;
        for (int b = 0; b < BYTES; b++) {
            read += map.seen().at(b) > 0 ? 1 : 0;
        }
        for (int b = 0; b < BYTES; b++) {
            counted[b] = read < LEAST_POINTS || map.seen().at(b) > 0;
        }
        float[] values = map.values().toArray();
        PrincipalPlane before = plane;
        PrincipalPlane next = before == null || !sameShape(map)
                ? PrincipalPlane.of(values, map.columns(), counted.clone())
                : before.next(values, counted.clone());
        plane = next;
        newest = map;
        frame(next);
        if (!shown) {
            shown = true;
            approach(1);
        }
    }

    /** The smallest square that has every byte that counts in it. */
    private void frame(PrincipalPlane of) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = left;
        double top = right;
        for (int b = 0; b < BYTES; b++) {
            if (counted[b]) {
                left = Math.min(left, of.x(b));
                right = Math.max(right, of.x(b));
                bottom = Math.min(bottom, of.y(b));
                top = Math.max(top, of.y(b));
            }
        }
        middleX = (left + right) / 2;
        middleY = (bottom + top) / 2;
        half = Math.max(1e-12, Math.max(right - left, top - bottom) / 2);
    }

    private boolean sameShape(LabReport.EmbeddingMap map) {
        return newest != null && newest.columns() == map.columns();
    }

    /** Moves every point by this share of its way, and says whether any has far to go. */
    public boolean approach(double share) {
        PrincipalPlane to = plane;
        if (to == null) {
            return false;
        }
        double farthest = 0;
        for (int b = 0; b < BYTES; b++) {
            double right = (to.x(b) - middleX) / half / REACH - x[b];
            double up = (to.y(b) - middleY) / half / REACH - y[b];
            x[b] += share * right;
            y[b] += share * up;
            if (counted[b]) {
                farthest = Math.max(farthest, Math.max(Math.abs(right), Math.abs(up)));
            }
        }
        return (1 - share) * farthest > 0.002;
    }

    /** Whether there is a picture. */
    public boolean isShown() {
        return newest != null;
    }

    /** From -1 at the left edge to 1 at the right for bytes that were read; others may lie outside. */
    public double x(int value) {
        return x[value];
    }

    /** From -1 at the bottom to 1 at the top. */
    public double y(int value) {
        return y[value];
    }

    /** How often a byte was read: 0 for never, else 1 plus the binary logarithm. */
    public int seen(int value) {
        LabReport.EmbeddingMap map = newest;
        return map == null ? 0 : map.seen().at(value);
    }

    /** The share of the variance that is shown. */
    public double share() {
        PrincipalPlane of = plane;
        return of == null ? 0 : of.share();
    }

    /** The byte that lies closest to a point, of those that were read; -1 if none is within {@code reach}. */
    public int at(double right, double up, double reach) {
        int best = -1;
        double least = reach * reach;
        for (int b = 0; b < BYTES; b++) {
            double distance = square(x[b] - right) + square(y[b] - up);
            if (counted[b] && distance < least) {
                best = b;
                least = distance;
            }
        }
        return best;
    }

    /** The nearest byte to the right of one, above it ...: within a quarter turn; the same if there is none. */
    public int beside(int value, int right, int up) {
        int best = value;
        double least = Double.POSITIVE_INFINITY;
        for (int b = 0; b < BYTES; b++) {
            double along = (x[b] - x[value]) * right + (y[b] - y[value]) * up;
            double across = Math.abs((x[b] - x[value]) * up - (y[b] - y[value]) * right);
            if (b != value && counted[b] && along > across && along < least) {
                best = b;
                least = along;
            }
        }
        return best;
    }

    /** The {@code count} bytes that were read whose embeddings point most nearly the same way, nearest first. */
    public int[] neighbours(int value, int count) {
        int[] nearest = new int[count];
        int found = 0;
        boolean[] taken = new boolean[BYTES];
        taken[value] = true;
        while (found < count) {
            int best = -1;
            for (int b = 0; b < BYTES; b++) {
                if (!taken[b] && seen(b) > 0 && (best < 0 || cosine(value, b) > cosine(value, best))) {
                    best = b;
                }
            }
            if (best < 0) {
                return Arrays.copyOf(nearest, found);
            }
            taken[best] = true;
            nearest[found++] = best;
        }
        return nearest;
    }

    /** The cosine of the angle between two embeddings. */
    public double cosine(int a, int b) {
        LabReport.EmbeddingMap map = newest;
        if (map == null) {
            return 0;
        }
        int columns = map.columns();
        double dot = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int i = 0; i < columns; i++) {
            double ofA = map.values().at(a * columns + i);
            double ofB = map.values().at(b * columns + i);
            dot += ofA * ofB;
            lengthA += ofA * ofA;
            lengthB += ofB * ofB;
        }
        double lengths = Math.sqrt(lengthA * lengthB);
        return lengths > 0 ? dot / lengths : 0;
    }

    private static double square(double value) {
        return value * value;
    }
}
