/** Bytes to a run and back: the file formats. Files themselves are the caller's business. */
package microgpt.checkpoint;
