package microgpt.compute;

/**
 * The product of two matrices, added to a third: the one hot loop of the Java back end. Both factors are read with two
 * strides, so one kernel serves every transposition.
 *
 * <p>Every element of the product is summed in the order of k, in blocks and at their edges alike. So no element depends
 * on how many rows or columns are computed along with it.
 */
final class Gemm {
    private Gemm() {}

    /**
     * c[i,j] += sum over k of a[i,k] * b[k,j], where x[i,j] is found at {@code x[xAt + i * xRow + j * xCol]} and c's columns
     * are adjacent. c (m,n), a (m,depth), b (depth,n).
     */
    static void accumulate(
            int m,
            int n,
            int depth,
            float[] c,
            int cAt,
            int cRow,
            float[] a,
            int aAt,
            int aRow,
            int aCol,
            float[] b,
            int bAt,
            int bRow,
            int bCol) {
        int blockedRows = m & -4;
        int blockedCols = n & -4;
        for (int j = 0; j < blockedCols; j += 4) {
            int bj = bAt + j * bCol;
            for (int i = 0; i < blockedRows; i += 4) {
                block4x4(depth, c, cAt + i * cRow + j, cRow, a, aAt + i * aRow, aRow, aCol, b, bj, bRow, bCol);
            }
            for (int i = blockedRows; i < m; i++) {
                block1x4(depth, c, cAt + i * cRow + j, a, aAt + i * aRow, aCol, b, bj, bRow, bCol);
            }
        }
        for (int j = blockedCols; j < n; j++) {
            for (int i = 0; i < m; i++) {
                c[cAt + i * cRow + j] += dot(depth, a, aAt + i * aRow, aCol, b, bAt + j * bCol, bRow);
            }
        }
    }

    /** Sixteen sums at once: eight loads for sixteen multiplications, and no sum waits for another. */
    private static void block4x4(
            int depth,
            float[] c,
            int cAt,
            int cRow,
            float[] a,
            int aAt,
            int aRow,
            int aCol,
            float[] b,
            int bAt,
            int bRow,
            int bCol) {
        float c00 = 0, c01 = 0, c02 = 0, c03 = 0;
        float c10 = 0, c11 = 0, c12 = 0, c13 = 0;
        float c20 = 0, c21 = 0, c22 = 0, c23 = 0;
        float c30 = 0, c31 = 0, c32 = 0, c33 = 0;
        int ai = aAt;
        int bi = bAt;
        for (int k = 0; k < depth; k++, ai += aCol, bi += bRow) {
            float b0 = b[bi];
            float b1 = b[bi + bCol];
            float b2 = b[bi + 2 * bCol];
            float b3 = b[bi + 3 * bCol];
            float a0 = a[ai];
            c00 += a0 * b0;
            c01 += a0 * b1;
            c02 += a0 * b2;
            c03 += a0 * b3;
            float a1 = a[ai + aRow];
            c10 += a1 * b0;
            c11 += a1 * b1;
            c12 += a1 * b2;
            c13 += a1 * b3;
            float a2 = a[ai + 2 * aRow];
            c20 += a2 * b0;
            c21 += a2 * b1;
            c22 += a2 * b2;
            c23 += a2 * b3;
            float a3 = a[ai + 3 * aRow];
            c30 += a3 * b0;
            c31 += a3 * b1;
            c32 += a3 * b2;
            c33 += a3 * b3;
        }
        add4(c, cAt, c00, c01, c02, c03);
        add4(c, cAt + cRow, c10, c11, c12, c13);
        add4(c, cAt + 2 * cRow, c20, c21, c22, c23);
        add4(c, cAt + 3 * cRow, c30, c31, c32, c33);
    }

    private static void block1x4(
            int depth, float[] c, int cAt, float[] a, int aAt, int aCol, float[] b, int bAt, int bRow, int bCol) {
        float c0 = 0, c1 = 0, c2 = 0, c3 = 0;
        int ai = aAt;
        int bi = bAt;
        for (int k = 0; k < depth; k++, ai += aCol, bi += bRow) {
            float a0 = a[ai];
            c0 += a0 * b[bi];
            c1 += a0 * b[bi + bCol];
            c2 += a0 * b[bi + 2 * bCol];
            c3 += a0 * b[bi + 3 * bCol];
        }
        add4(c, cAt, c0, c1, c2, c3);
    }

    private static float dot(int depth, float[] a, int aAt, int aCol, float[] b, int bAt, int bRow) {
        float sum = 0;
        for (int k = 0; k < depth; k++) {
            sum += a[aAt + k * aCol] * b[bAt + k * bRow];
        }
        return sum;
    }

    private static void add4(float[] c, int at, float c0, float c1, float c2, float c3) {
        c[at] += c0;
        c[at + 1] += c1;
        c[at + 2] += c2;
        c[at + 3] += c3;
    }
}
