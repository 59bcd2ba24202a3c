/** The loop of a developer: sources are compiled and served as they are saved. */
package microgpt.e2e.loop;
