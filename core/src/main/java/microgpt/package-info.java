/** The library: a small GPT that learns texts, and one that learns a stream while reading it. */
package microgpt;
