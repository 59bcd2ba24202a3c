/** The switches of online learning: what to learn from, what to learn again, and how fast. */
package microgpt.mechanism;
