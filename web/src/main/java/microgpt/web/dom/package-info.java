/** The page's edge: panels and their parts, the few browser calls that TeaVM's own types do not have, and drawing when there is time to. */
package microgpt.web.dom;
