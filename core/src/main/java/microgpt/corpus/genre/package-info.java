/** The built-in kinds of text, each written without end from a random stream: what the phases of the default stream are. */
package microgpt.corpus.genre;
