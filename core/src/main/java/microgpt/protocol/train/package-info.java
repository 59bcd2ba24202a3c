/** The language of the page that trains by batches and its worker. */
package microgpt.protocol.train;
