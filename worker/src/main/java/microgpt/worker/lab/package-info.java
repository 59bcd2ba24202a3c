/** The worker of the laboratory: one stream, learned online in slices between messages from the page. */
package microgpt.worker.lab;
