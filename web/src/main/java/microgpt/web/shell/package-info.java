/** What all pages share: the link to the worker, the banner, and setting fields. */
package microgpt.web.shell;
