/** What the page and the worker say to each other: typed messages, and their bytes on the wire. */
package microgpt.protocol;
