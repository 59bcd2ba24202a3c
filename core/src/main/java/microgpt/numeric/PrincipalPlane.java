package microgpt.numeric;

/**
 * Rows of numbers seen on the plane on which they differ most (the first two principal components, Pearson 1901), found by
 * orthogonal iteration. A picture that follows another begins at its plane and is turned, or mirrored, to lie as close to it
 * as it can (Procrustes), so that points drift and do not flip.
 */
public final class PrincipalPlane {
    private static final int MOST_ITERATIONS = 200;
    /** How far, squared, a unit vector may still move. */
    private static final double SETTLED = 1e-10;

    private static final long SEED = 1;

    private final double[] mean;
    private final double[] right;
    private final double[] up;
    private final double[] x;
    private final double[] y;
    private double share;

    private PrincipalPlane(int rows, double[] right, double[] up) {
        this.right = right;
        this.up = up;
        mean = new double[right.length];
        x = new double[rows];
        y = new double[rows];
    }

    /**
     * The plane of {@code rows}, each of {@code columns} numbers, one row after the other. Only rows that are {@code counted}
     * decide where it lies; the others are seen on it as well.
     */
    public static PrincipalPlane of(float[] rows, int columns, boolean[] counted) {
        Rng rng = Rng.seeded(SEED);
        double[] right = new double[columns];
        double[] up = new double[columns];
        for (int i = 0; i < columns; i++) {
            right[i] = rng.nextGaussian();
            up[i] = rng.nextGaussian();
        }
        PrincipalPlane plane = new PrincipalPlane(counted.length, right, up);
        plane.find(rows, counted);
        plane.turnToAxes(counted);
        return plane;
    }

    /** The plane of the same rows a little later. */
    public PrincipalPlane next(float[] rows, boolean[] counted) {
        PrincipalPlane plane = new PrincipalPlane(counted.length, right.clone(), up.clone());
        plane.find(rows, counted);
        plane.turnTo(this, counted);
        return plane;
    }

    /** Where a row lies from left to right, measured from the mean of those that count. */
    public double x(int row) {
        return x[row];
    }

    /** Where a row lies from bottom to top. */
    public double y(int row) {
        return y[row];
    }

    /** The share of the variance of the rows that count which the plane shows. */
    public double share() {
        return share;
    }

    private void find(float[] rows, boolean[] counted) {
        average(rows, counted);
        orthonormalize();
        double moved = 1;
        for (int i = 0; i < MOST_ITERATIONS && moved > SETTLED; i++) {
            double[] rightBefore = right.clone();
            double[] upBefore = up.clone();
            multiply(rows, counted, rightBefore, right);
            multiply(rows, counted, upBefore, up);
            orthonormalize();
            moved = Math.max(outside(right, rightBefore, upBefore), outside(up, rightBefore, upBefore));
        }
        project(rows, counted);
    }

    private void average(float[] rows, boolean[] counted) {
        int count = 0;
        for (int r = 0; r < counted.length; r++) {
            if (counted[r]) {
                count++;
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += rows[r * mean.length + i];
                }
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= Math.max(1, count);
        }
    }

    /** {@code out} = covariance of the rows that count, times {@code vector}; without ever making the covariance. */
    private void multiply(float[] rows, boolean[] counted, double[] vector, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = 0;
        }
        for (int r = 0; r < counted.length; r++) {
            if (counted[r]) {
                double along = along(rows, r, vector);
                for (int i = 0; i < out.length; i++) {
                    out[i] += along * (rows[r * out.length + i] - mean[i]);
                }
            }
        }
    }

    private double along(float[] rows, int row, double[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += (rows[row * vector.length + i] - mean[i]) * vector[i];
        }
        return sum;
    }

    /** Makes the two vectors a basis of length 1 at a right angle; where rows vary along fewer axes, any will do. */
    private void orthonormalize() {
        normalize(right, 0);
        for (int pass = 0; pass < 2; pass++) {
            double along = dot(up, right);
            for (int i = 0; i < up.length; i++) {
                up[i] -= along * right[i];
            }
            normalize(up, 1);
        }
    }

    private static void normalize(double[] vector, int axis) {
        double length = Math.sqrt(dot(vector, vector));
        if (length < 1e-150) {
            vector[axis % vector.length] = 1;
            length = Math.sqrt(dot(vector, vector));
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
    }

    /** How much of a unit vector lies outside the plane of two others, squared. */
    private static double outside(double[] vector, double[] a, double[] b) {
        double alongA = dot(vector, a);
        double alongB = dot(vector, b);
        return Math.max(0, 1 - alongA * alongA - alongB * alongB);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private void project(float[] rows, boolean[] counted) {
        double all = 0;
        double shown = 0;
        for (int r = 0; r < counted.length; r++) {
            x[r] = along(rows, r, right);
            y[r] = along(rows, r, up);
            if (counted[r]) {
                shown += x[r] * x[r] + y[r] * y[r];
                for (int i = 0; i < mean.length; i++) {
                    double off = rows[r * mean.length + i] - mean[i];
                    all += off * off;
                }
            }
        }
        share = all > 0 ? Math.min(1, shown / all) : 0;
    }

    /** The axis of the greatest variance to the right, its largest component positive; likewise upwards. */
    private void turnToAxes(boolean[] counted) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int r = 0; r < counted.length; r++) {
            if (counted[r]) {
                xx += x[r] * x[r];
                xy += x[r] * y[r];
                yy += y[r] * y[r];
            }
        }
        // the larger eigenvalue of (xx xy; xy yy), and its vector
        double half = (xx - yy) / 2;
        double root = Math.sqrt(half * half + xy * xy);
        double c = half >= 0 ? half + root : xy;
        double s = half >= 0 ? xy : root - half;
        double length = Math.sqrt(c * c + s * s);
        if (length > 0) {
            turn(c / length, s / length, 1);
        }
        turn(sign(right), 0, sign(right) * sign(up));
    }

    private static int sign(double[] vector) {
        double largest = 0;
        for (double each : vector) {
            largest = Math.abs(each) > Math.abs(largest) ? each : largest;
        }
        return largest < 0 ? -1 : 1;
    }

    /** Turned, and mirrored if need be, so that the points that count come closest to where they were. */
    private void turnTo(PrincipalPlane before, boolean[] counted) {
        double xx = 0;
        double xy = 0;
        double yx = 0;
        double yy = 0;
        for (int r = 0; r < counted.length; r++) {
            if (counted[r]) {
                xx += before.x[r] * x[r];
                xy += before.x[r] * y[r];
                yx += before.y[r] * x[r];
                yy += before.y[r] * y[r];
            }
        }
        double turned = Math.sqrt((xx + yy) * (xx + yy) + (xy - yx) * (xy - yx));
        double mirrored = Math.sqrt((xx - yy) * (xx - yy) + (xy + yx) * (xy + yx));
        if (Math.max(turned, mirrored) == 0) {
            return;
        }
        if (turned >= mirrored) {
            turn((xx + yy) / turned, (xy - yx) / turned, 1);
        } else {
            turn((xx - yy) / mirrored, (xy + yx) / mirrored, -1);
        }
    }

    /** New right = c right + s up; new up at a right angle to it, on the other side if {@code hand} is -1. */
    private void turn(double c, double s, int hand) {
        for (int i = 0; i < right.length; i++) {
            double old = right[i];
            right[i] = c * old + s * up[i];
            up[i] = hand * (c * up[i] - s * old);
        }
        for (int r = 0; r < x.length; r++) {
            double old = x[r];
            x[r] = c * old + s * y[r];
            y[r] = hand * (c * y[r] - s * old);
        }
    }
}
