/** The page's edge: the few browser calls that TeaVM's own types do not have, and drawing when there is time to. */
package microgpt.web.dom;
