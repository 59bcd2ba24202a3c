/** JSON from anywhere: the one door to the parser, and values by key and type. */
package microgpt.json;
