/** What is read: streams of bytes with named phases, the windows a step sees of them, and the plans they are built from. */
package microgpt.corpus;
