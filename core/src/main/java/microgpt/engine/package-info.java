/** The protocols: how a stream is predicted, observed and learned from, and what is measured on the way. */
package microgpt.engine;
