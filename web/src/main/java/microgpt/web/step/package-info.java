/** The page that steps through a GPT: every number of its training, one position at a time. */
package microgpt.web.step;
