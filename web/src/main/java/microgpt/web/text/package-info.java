/** What the page says, as plain strings: numbers, bytes made visible, sentences, and the recipe in a link. */
package microgpt.web.text;
