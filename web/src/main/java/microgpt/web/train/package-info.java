/** The page that trains byte-tinygpt by batches. */
package microgpt.web.train;
