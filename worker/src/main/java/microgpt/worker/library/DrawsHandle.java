package microgpt.worker.library;

import microgpt.numeric.Draws;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Float64Array;

/** A stream of random numbers in the hands of JavaScript. */
public final class DrawsHandle {
    private final Draws draws;

    DrawsHandle(Draws draws) {
        this.draws = draws;
    }

    @JSExport
    public double uniform() {
        return draws.uniform();
    }

    @JSExport
    public double gaussian() {
        return draws.gaussian();
    }

    @JSExport
    public int choose(Float64Array weights) {
        return draws.choose(weights.copyToJavaArray());
    }

    /** The state of a generator that has one word of it; its first word, of another. */
    @JSExport
    public int state() {
        return (int) draws.state()[0];
    }

    @JSExport
    public void setState(int state) {
        draws.restore(new long[] {state});
    }
}
