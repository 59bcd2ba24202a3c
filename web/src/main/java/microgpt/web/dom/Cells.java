package microgpt.web.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.typedarrays.Int8Array;

/** Many small cells painted at once, each a pixel that is enlarged: for pictures that change several times a second. */
public final class Cells {
    private Cells() {}

    /**
     * Paints {@code rows} x {@code columns} signed cells, from {@code first} on, into a rectangle. A cell of 127 / {@code gain}
     * or more is all {@code positive}, its opposite all {@code negative}, 0 nothing; colours are written #rrggbb.
     */
    @JSBody(
            params = {
                "context",
                "cells",
                "first",
                "rows",
                "columns",
                "gain",
                "positive",
                "negative",
                "x",
                "y",
                "width",
                "height"
            },
            script = """
                    var scratch = context.canvas.scratch;
                    if (!scratch) { scratch = context.canvas.scratch = document.createElement('canvas'); }
                    if (scratch.width !== columns || scratch.height !== rows) {
                      scratch.width = columns;
                      scratch.height = rows;
                    }
                    var to = scratch.getContext('2d');
                    var image = to.createImageData(columns, rows);
                    var data = image.data;
                    var plus = parseInt(positive.trim().slice(1), 16);
                    var minus = parseInt(negative.trim().slice(1), 16);
                    for (var i = 0; i < rows * columns; i++) {
                      var value = cells[first + i];
                      var colour = value < 0 ? minus : plus;
                      var share = Math.min(1, Math.abs(value) / 127 * gain);
                      data[4 * i] = colour >> 16;
                      data[4 * i + 1] = colour >> 8 & 255;
                      data[4 * i + 2] = colour & 255;
                      data[4 * i + 3] = Math.pow(share, 0.75) * 255;
                    }
                    to.putImageData(image, 0, 0);
                    context.imageSmoothingEnabled = width * devicePixelRatio < columns || height * devicePixelRatio < rows;
                    context.drawImage(scratch, x, y, width, height);""")
    public static native void signed(
            CanvasRenderingContext2D context,
            Int8Array cells,
            int first,
            int rows,
            int columns,
            double gain,
            String positive,
            String negative,
            double x,
            double y,
            double width,
            double height);

    /** Likewise of cells from 0 to 255, in one colour. */
    @JSBody(
            params = {"context", "cells", "first", "rows", "columns", "colour", "x", "y", "width", "height"},
            script = """
                    var scratch = context.canvas.scratch;
                    if (!scratch) { scratch = context.canvas.scratch = document.createElement('canvas'); }
                    if (scratch.width !== columns || scratch.height !== rows) {
                      scratch.width = columns;
                      scratch.height = rows;
                    }
                    var to = scratch.getContext('2d');
                    var image = to.createImageData(columns, rows);
                    var data = image.data;
                    var rgb = parseInt(colour.trim().slice(1), 16);
                    for (var i = 0; i < rows * columns; i++) {
                      data[4 * i] = rgb >> 16;
                      data[4 * i + 1] = rgb >> 8 & 255;
                      data[4 * i + 2] = rgb & 255;
                      data[4 * i + 3] = cells[first + i] & 255;
                    }
                    to.putImageData(image, 0, 0);
                    context.imageSmoothingEnabled = width * devicePixelRatio < columns;
                    context.drawImage(scratch, x, y, width, height);""")
    public static native void shares(
            CanvasRenderingContext2D context,
            Int8Array cells,
            int first,
            int rows,
            int columns,
            String colour,
            double x,
            double y,
            double width,
            double height);
}
