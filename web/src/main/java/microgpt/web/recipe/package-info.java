/** Recipes as the page has them: what the reader has changed of one, and what of it a link carries. */
package microgpt.web.recipe;
