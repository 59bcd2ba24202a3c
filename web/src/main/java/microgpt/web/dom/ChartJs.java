package microgpt.web.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.typedarrays.Float64Array;

/**
 * A line chart of Chart.js: columns in, no animation, no legend, no tooltip; {@code under} and {@code over} draw below
 * and above the lines. All data sets share the positions. On a page that has not loaded the library, it is fetched when
 * there is something to draw.
 */
public abstract class ChartJs implements JSObject {
    private ChartJs() {}

    /** Draws on the chart's own canvas. */
    @JSFunctor
    public interface Layer extends JSObject {
        void draw(CanvasRenderingContext2D context);
    }

    @JSBody(
            params = {"canvas", "under", "over"},
            script = """
                    var made = false; // it draws once before it is returned
                    var config = {
                      type: 'line',
                      data: { labels: [], datasets: [] },
                      options: {
                        animation: false, responsive: true, maintainAspectRatio: false, events: [],
                        normalized: true, spanGaps: false,
                        elements: { point: { radius: 0 }, line: { borderWidth: 1.5, tension: 0 } },
                        plugins: { legend: { display: false }, tooltip: { enabled: false } },
                        scales: {
                          x: { type: 'linear', min: 0, max: 1000, ticks: { maxRotation: 0, autoSkipPadding: 24, includeBounds: false },
                               border: { display: false } },
                          y: { type: 'linear', min: 0, max: 8.5, border: { display: false }, ticks: { includeBounds: false } }
                        }
                      },
                      plugins: [{
                        id: 'layers',
                        beforeDatasetsDraw: function(c) { if (made) under(c.ctx); },
                        afterDatasetsDraw: function(c) { if (made) over(c.ctx); }
                      }]
                    };
                    if (typeof Chart === 'function') {
                      var chart = new Chart(canvas, config);
                      made = true;
                      return chart;
                    }
                    var real = null; // until there is something to draw, for which the library is fetched
                    var nowhere = { getPixelForValue: function() { return 0; }, getValueForPixel: function() { return -1; } };
                    var open = function() {
                      real = new Chart(canvas, config);
                      made = true;
                      real.update('none');
                    };
                    var fetchLibrary = function() {
                      var script = document.querySelector('script[src="chart.js"]');
                      if (typeof Chart === 'function') {
                        open();
                        return;
                      } else if (!script) {
                        script = document.createElement('script');
                        script.src = 'chart.js';
                        document.head.appendChild(script);
                      }
                      script.addEventListener('load', open);
                    };
                    return {
                      data: config.data,
                      options: config.options,
                      update: function(mode) {
                        if (real) {
                          real.update(mode);
                        } else if (config.data.labels.length && !open.asked) {
                          open.asked = true;
                          setTimeout(fetchLibrary, 1000); // the first second belongs to learning
                        }
                      },
                      draw: function() { if (real) real.draw(); },
                      get scales() { return real ? real.scales : { x: nowhere, y: nowhere }; },
                      get chartArea() { return real ? real.chartArea : undefined; }
                    };""")
    public static native ChartJs create(HTMLCanvasElement canvas, Layer under, Layer over);

    /** Whether the library has been loaded. */
    @JSBody(script = "return typeof Chart === 'function';")
    public static native boolean isThere();

    @JSBody(
            params = {"chart", "index", "fill"},
            script = "chart.data.datasets[index] = { data: [], fill: fill === '' ? false : fill, parsing: true };")
    public static native void addLine(ChartJs chart, int index, String fill);

    @JSBody(
            params = {"chart", "index", "colour", "fillColour", "width", "dash", "gap"},
            script = "Object.assign(chart.data.datasets[index], { borderColor: colour, backgroundColor: fillColour,"
                    + " borderWidth: width, borderDash: dash ? [dash, gap] : [] });")
    public static native void style(
            ChartJs chart, int index, String colour, String fillColour, double width, double dash, double gap);

    @JSBody(
            params = {"chart", "text", "grid"},
            script = "var s = chart.options.scales; ['x', 'y'].forEach(function(k) { s[k].ticks.color = text;"
                    + " s[k].grid = { color: grid, drawTicks: false }; s[k].ticks.padding = 6; });")
    public static native void axes(ChartJs chart, String text, String grid);

    @JSBody(
            params = {"chart", "positions"},
            script = "chart.data.labels = Array.from(positions);")
    public static native void positions(ChartJs chart, Float64Array positions);

    @JSBody(
            params = {"chart", "index", "values"},
            script = "chart.data.datasets[index].data = Array.from(values);")
    public static native void values(ChartJs chart, int index, Float64Array values);

    /** A dot of this radius at each value of a line; to be said before it is drawn first. */
    @JSBody(
            params = {"chart", "index", "radius"},
            script = "Object.assign(chart.data.datasets[index], { pointRadius: radius, pointBorderWidth: 0,"
                    + " pointBackgroundColor: function(c) { return c.dataset.borderColor; } });")
    public static native void dots(ChartJs chart, int index, double radius);

    /** Values at positions of their own. */
    @JSBody(
            params = {"chart", "index", "positions", "values"},
            script = "var ys = Array.from(values); chart.data.datasets[index].data ="
                    + " Array.from(positions, function(x, i) { return { x: x, y: ys[i] }; });")
    public static native void points(ChartJs chart, int index, Float64Array positions, Float64Array values);

    /** "linear" or "logarithmic", for both axes, which begin at {@code left}. */
    @JSBody(
            params = {"chart", "type", "left"},
            script = """
                    var s = chart.options.scales, log = type === 'logarithmic';
                    s.x.min = left;
                    ['x', 'y'].forEach(function(k) {
                      s[k].type = type;
                      s[k].ticks.callback = function(v) { // of a logarithmic scale, few enough to be read
                        var first = v / Math.pow(10, Math.floor(Math.log10(v) + 1e-9));
                        return log && [1, 1.5, 2, 3, 5].indexOf(Math.round(first * 100) / 100) < 0
                          ? '' : v.toLocaleString('en');
                      };
                    });""")
    public static native void scales(ChartJs chart, String type, double left);

    /** Where the axis of positions begins, and whether it is logarithmic; to be said before {@link #update}. */
    @JSBody(
            params = {"chart", "type", "left"},
            script = "var x = chart.options.scales.x; x.min = left; x.type = type;")
    public static native void across(ChartJs chart, String type, double left);

    @JSBody(
            params = {"chart", "right", "low", "high"},
            script =
                    "var s = chart.options.scales; s.x.max = right; s.y.min = low; s.y.max = high; chart.update('none');")
    public static native void update(ChartJs chart, double right, double low, double high);

    @JSBody(params = "chart", script = "chart.draw();")
    public static native void draw(ChartJs chart);

    @JSBody(
            params = {"chart", "value"},
            script = "return chart.scales.x.getPixelForValue(value);")
    public static native double x(ChartJs chart, double value);

    @JSBody(
            params = {"chart", "value"},
            script = "return chart.scales.y.getPixelForValue(value);")
    public static native double y(ChartJs chart, double value);

    @JSBody(
            params = {"chart", "pixel"},
            script = "return chart.scales.x.getValueForPixel(pixel);")
    public static native double positionAt(ChartJs chart, double pixel);

    @JSBody(params = "chart", script = "return chart.chartArea ? chart.chartArea.left : 0;")
    public static native double left(ChartJs chart);

    @JSBody(params = "chart", script = "return chart.chartArea ? chart.chartArea.right : 0;")
    public static native double right(ChartJs chart);

    @JSBody(params = "chart", script = "return chart.chartArea ? chart.chartArea.top : 0;")
    public static native double top(ChartJs chart);

    @JSBody(params = "chart", script = "return chart.chartArea ? chart.chartArea.bottom : 0;")
    public static native double bottom(ChartJs chart);
}
