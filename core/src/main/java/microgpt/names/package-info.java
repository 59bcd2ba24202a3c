/** The microgpt recipe: learn short texts, one character at a time, and write more of their kind. */
package microgpt.names;
