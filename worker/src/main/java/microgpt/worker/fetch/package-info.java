/** Texts from the web: addresses, data sets and articles on their way into a stream. */
package microgpt.worker.fetch;
