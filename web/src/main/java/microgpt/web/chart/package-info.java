/** The arithmetic of the drawings, without a browser: series that thin themselves, ranges, colours, layouts. */
package microgpt.web.chart;
