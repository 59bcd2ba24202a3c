/** What the JavaScript library calls: thin handles on the Java library, in shapes that cross into JavaScript cheaply. */
package microgpt.worker.library;
