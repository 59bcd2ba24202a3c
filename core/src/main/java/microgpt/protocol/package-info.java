/** What pages and workers say to each other: values, sources, and one {@link microgpt.protocol.Codec} for each language. */
package microgpt.protocol;
