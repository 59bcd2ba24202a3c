/** The transformer: its shape, its weights, and its forward and backward passes. */
package microgpt.model;
