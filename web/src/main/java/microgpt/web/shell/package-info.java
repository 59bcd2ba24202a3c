/** What all pages share around and below their content: header, banner, theme, keys, setting fields, the link to the worker. */
package microgpt.web.shell;
