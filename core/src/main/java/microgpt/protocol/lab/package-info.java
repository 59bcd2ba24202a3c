/** The language of the laboratory and its worker. */
package microgpt.protocol.lab;
