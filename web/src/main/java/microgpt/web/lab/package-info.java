/** The laboratory: one panel a class, each of which gets its elements once and is shown reports. */
package microgpt.web.lab;
