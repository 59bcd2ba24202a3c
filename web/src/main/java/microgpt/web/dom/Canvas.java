package microgpt.web.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/** A canvas in the pixels of its screen, drawn in the pixels of the page. */
public final class Canvas {
    private final HTMLCanvasElement element;
    private final CanvasRenderingContext2D context;
    private int width;
    private int height;

    /** {@code onResize} is called once at the beginning, and whenever the size has changed. */
    public Canvas(HTMLCanvasElement element, Runnable onResize) {
        this.element = element;
        context = (CanvasRenderingContext2D) element.getContext("2d");
        Browser.onResize(element, () -> {
            resize();
            onResize.run();
        });
    }

    /** Lines of dashes and gaps of these lengths; unbroken ones if both are 0. */
    @JSBody(
            params = {"context", "dash", "gap"},
            script = "context.setLineDash(dash + gap ? [dash, gap] : []);")
    public static native void dash(CanvasRenderingContext2D context, double dash, double gap);

    public HTMLCanvasElement element() {
        return element;
    }

    public CanvasRenderingContext2D context() {
        return context;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    private void resize() {
        double ratio = Browser.pixelRatio();
        width = element.getClientWidth();
        height = element.getClientHeight();
        element.setWidth((int) Math.round(width * ratio));
        element.setHeight((int) Math.round(height * ratio));
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
    }
}
