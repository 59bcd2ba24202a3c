package microgpt.worker.library;

import java.util.Arrays;
import microgpt.names.PositionView;
import org.teavm.jso.typedarrays.Float64Array;

/** What a position computed, as one row of numbers: its embedding, then of each layer its attention and its MLP. */
final class Views {
    private Views() {}

    static Float64Array flat(PositionView view) {
        double[] flat = view.embedding();
        for (int l = 0; l < view.hidden().length; l++) {
            for (double[] head : view.attention()[l]) {
                flat = joined(flat, head);
            }
            flat = joined(flat, view.hidden()[l]);
        }
        return Float64Array.copyFromJavaArray(flat);
    }

    private static double[] joined(double[] a, double... b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
