package microgpt.web.chart;

import java.util.Arrays;

/** In which row each of several tags stands so that none covers another: the first row where there is room. */
public final class TagRows {
    /** There is no room for it. */
    public static final int NONE = -1;

    private TagRows() {}

    /** {@code starts} rise; a tag of {@code widths[i]} begins at {@code starts[i]}, with {@code gap} to the next one. */
    public static int[] place(double[] starts, double[] widths, int rows, double gap) {
        double[] ends = new double[rows];
        Arrays.fill(ends, Double.NEGATIVE_INFINITY);
        int[] places = new int[starts.length];
        for (int i = 0; i < starts.length; i++) {
            places[i] = NONE;
            for (int row = 0; row < rows && places[i] == NONE; row++) {
                if (starts[i] >= ends[row] + gap) {
                    places[i] = row;
                    ends[row] = starts[i] + widths[i];
                }
            }
        }
        return places;
    }
}
