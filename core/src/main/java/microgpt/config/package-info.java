/** JSON to records and back: what a run is made of, as text that people read, edit and link to. */
package microgpt.config;
