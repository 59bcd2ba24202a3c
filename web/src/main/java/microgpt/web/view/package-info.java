/** The panels of the page, one class each: it gets its elements once and is shown reports. */
package microgpt.web.view;
