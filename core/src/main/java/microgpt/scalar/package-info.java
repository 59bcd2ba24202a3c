/** The transformer again, one number at a time: slow, obvious, and the judge of the fast one. */
package microgpt.scalar;
