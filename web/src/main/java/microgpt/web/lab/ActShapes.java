package microgpt.web.lab;

import microgpt.web.chart.Acts;
import org.teavm.jso.canvas.CanvasRenderingContext2D;

/** The shape of each kind of act: a triangle that points up, a square, a ring. */
final class ActShapes {
    private ActShapes() {}

    /** Draws one, about seven pixels wide, around a place, in the colours that are set. */
    static void draw(CanvasRenderingContext2D g, Acts.Kind kind, double x, double y) {
        switch (kind) {
            case BOOSTED -> {
                g.beginPath();
                g.moveTo(x, y - 4);
                g.lineTo(x + 4, y + 3);
                g.lineTo(x - 4, y + 3);
                g.fill();
            }
            case CLIPPED -> g.fillRect(x - 3, y - 3, 6, 6);
            case SKIPPED -> {
                g.beginPath();
                g.arc(x, y, 3.5, 0, 2 * Math.PI);
                g.fill();
            }
        }
    }
}
