/** What the page says, as plain strings: numbers, bytes made visible, and sentences. */
package microgpt.web.text;
