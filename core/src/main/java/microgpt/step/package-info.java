/** The scalar transformer at arm's length: trained one position at a time, with every number copied out to be looked at. */
package microgpt.step;
