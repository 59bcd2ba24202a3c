package microgpt.step;

import java.util.Arrays;

/**
 * Rows of numbers seen from the side on which they differ most (Pearson 1901): the eigenvectors of their covariance, found
 * by Jacobi's rotations (1846).
 */
public final class PrincipalAxes {
    private static final int SWEEPS = 60;
    private static final double TINY = 1e-28;

    private final double[][] coordinates;
    private final double[] shares;

    private PrincipalAxes(double[][] coordinates, double[] shares) {
        this.coordinates = coordinates;
        this.shares = shares;
    }

    /** The {@code axes} (at most the number of columns) along which {@code rows} vary most. */
    public static PrincipalAxes of(double[][] rows, int axes) {
        int n = rows[0].length;
        double[][] centered = centered(rows);
        double[][] covariance = new double[n][n];
        for (double[] row : centered) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    covariance[i][j] += row[i] * row[j] / rows.length;
                }
            }
        }
        double[][] vectors = diagonalize(covariance);
        int[] order = byFallingDiagonal(covariance, axes);
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += covariance[i][i];
        }
        double[] shares = new double[axes];
        double[][] coordinates = new double[rows.length][axes];
        for (int a = 0; a < axes; a++) {
            int column = order[a];
            shares[a] = total > 0 ? covariance[column][column] / total : 0;
            double sign = sign(vectors, column);
            for (int r = 0; r < rows.length; r++) {
                for (int i = 0; i < n; i++) {
                    coordinates[r][a] += sign * centered[r][i] * vectors[i][column];
                }
            }
        }
        return new PrincipalAxes(coordinates, shares);
    }

    /** Where each row lies along each axis, measured from their mean. */
    public double[][] coordinates() {
        return coordinates;
    }

    /** The share of the whole variance that each axis shows, falling. */
    public double[] shares() {
        return shares;
    }

    private static double[][] centered(double[][] rows) {
        double[][] centered = new double[rows.length][];
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        for (int r = 0; r < rows.length; r++) {
            centered[r] = rows[r].clone();
            for (int i = 0; i < mean.length; i++) {
                centered[r][i] -= mean[i];
            }
        }
        return centered;
    }

    /** Makes {@code a} diagonal, and returns the eigenvectors as columns. */
    private static double[][] diagonalize(double[][] a) {
        int n = a.length;
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && offDiagonal(a) > TINY; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (a[p][q] != 0) {
                        rotate(a, vectors, p, q);
                    }
                }
            }
        }
        return vectors;
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                all += a[i][j] * a[i][j];
                sum += i == j ? 0 : a[i][j] * a[i][j];
            }
        }
        return all > 0 ? sum / all : 0;
    }

    /** Turns the plane of {@code p} and {@code q} so that they no longer vary together. */
    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (double[] row : a) {
            turn(row, p, q, c, s);
        }
        for (int k = 0; k < a.length; k++) {
            double low = a[p][k];
            double high = a[q][k];
            a[p][k] = c * low - s * high;
            a[q][k] = s * low + c * high;
        }
        for (double[] row : vectors) {
            turn(row, p, q, c, s);
        }
    }

    private static void turn(double[] row, int p, int q, double c, double s) {
        double low = row[p];
        double high = row[q];
        row[p] = c * low - s * high;
        row[q] = s * low + c * high;
    }

    private static int[] byFallingDiagonal(double[][] a, int count) {
        int[] order = new int[count];
        boolean[] taken = new boolean[a.length];
        for (int i = 0; i < count; i++) {
            int best = -1;
            for (int j = 0; j < a.length; j++) {
                if (!taken[j] && (best < 0 || a[j][j] > a[best][best])) {
                    best = j;
                }
            }
            taken[best] = true;
            order[i] = best;
        }
        return order;
    }

    /** Eigenvectors have no sign of their own: the largest component is made positive, so that pictures do not flip. */
    private static double sign(double[][] vectors, int column) {
        double largest = 0;
        for (double[] row : vectors) {
            if (Math.abs(row[column]) > Math.abs(largest) * (1 + 1e-9)) {
                largest = row[column];
            }
        }
        return largest < 0 ? -1 : 1;
    }

    @Override
    public String toString() {
        return "axes with " + Arrays.toString(shares) + " of the variance";
    }
}
