/** What a page and its worker load together. */
package microgpt.site;
