/** From logits to text: how a token is picked, and how one is picked after another. */
package microgpt.sampling;
