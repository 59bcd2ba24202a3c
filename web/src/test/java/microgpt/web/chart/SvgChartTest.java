package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import microgpt.protocol.Reals;
import microgpt.web.chart.SvgChart.Level;
import microgpt.web.chart.SvgChart.Line;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgChartTest {
    @Test
    void itIsWellFormedAndHoldsEveryPoint() throws Exception {
        Document svg = parsed(chart(false));
        assertEquals("Loss of “a < b & c”", text(svg, "title", 0));
        NodeList lines = svg.getElementsByTagName("polyline");
        assertEquals(2, lines.getLength());
        assertEquals(3, points(lines, 0).length);
        assertTrue(points(lines, 0)[0].startsWith("60.0,"), "the first step lies on the left edge");
        assertEquals(2, svg.getElementsByTagName("circle").getLength());
    }

    @Test
    void lowerValuesLieLower() throws Exception {
        String[] points = points(parsed(chart(false)).getElementsByTagName("polyline"), 0);
        double before = 0;
        for (String point : points) {
            double y = Double.parseDouble(point.split(",", -1)[1]);
            assertTrue(y > before && y < 402.1, point);
            before = y;
        }
    }

    @Test
    void logarithmsLeaveOutWhatHasNone() throws Exception {
        NodeList lines = parsed(chart(true)).getElementsByTagName("polyline");
        assertEquals(2, points(lines, 0).length, "step 0 has no logarithm");
    }

    @Test
    void anEmptyChartIsAChart() throws Exception {
        parsed(new SvgChart("Nothing", "step", "nats", false, List.of(), List.of()));
        parsed(new SvgChart("Nothing", "step", "nats", true, List.of(), List.of()));
    }

    @Test
    void positionsAndValuesMustMatch() {
        assertThrows(IllegalArgumentException.class, () -> new Line("x", "red", 1, false, Reals.of(1), Reals.of(1, 2)));
    }

    private static SvgChart chart(boolean logarithmic) {
        return new SvgChart(
                "Loss of “a < b & c”",
                "step",
                "nats per byte",
                logarithmic,
                List.of(
                        new Line("training", "#17608f", 2, false, Reals.of(0, 1, 100), Reals.of(5.5, 3, 1)),
                        new Line("validation", "#b5432a", 2, true, Reals.of(1, 100), Reals.of(3.1, 1.2))),
                List.of(new Level("uniform", 5.545)));
    }

    private static Document parsed(SvgChart chart) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.text())));
    }

    private static String text(Document svg, String tag, int index) {
        return svg.getElementsByTagName(tag).item(index).getTextContent();
    }

    private static String[] points(NodeList lines, int index) {
        return ((Element) lines.item(index)).getAttribute("points").trim().split(" ", -1);
    }
}
