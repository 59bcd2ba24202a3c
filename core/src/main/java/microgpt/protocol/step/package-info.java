/** The language of the page that steps through a GPT and its worker. */
package microgpt.protocol.step;
