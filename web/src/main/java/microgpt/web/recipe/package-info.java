/** What the reader wants to run, before it is sent: presets, edits, what they need, and their link. */
package microgpt.web.recipe;
