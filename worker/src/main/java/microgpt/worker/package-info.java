/** The Web Worker: a run learned in slices between messages from the page, and the edge that knows the browser. */
package microgpt.worker;
