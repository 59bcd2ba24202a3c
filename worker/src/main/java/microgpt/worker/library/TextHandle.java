package microgpt.worker.library;

import microgpt.MicroGpt.Generated;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Float64Array;

/** A generated text in the hands of JavaScript. */
public final class TextHandle {
    private final Generated generated;

    TextHandle(Generated generated) {
        this.generated = generated;
    }

    @JSExport
    public String text() {
        return generated.text();
    }

    @JSExport
    public int length() {
        return generated.tokens().size();
    }

    @JSExport
    public int token(int index) {
        return generated.tokens().get(index);
    }

    /** How many tokens were drawn, the end included. */
    @JSExport
    public int draws() {
        return generated.views().size();
    }

    @JSExport
    public Float64Array view(int draw) {
        return Views.flat(generated.views().get(draw));
    }

    @JSExport
    public Float64Array chances(int draw) {
        return Float64Array.copyFromJavaArray(generated.chances().get(draw));
    }
}
