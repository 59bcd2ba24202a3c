/** Where runs outlive the page: files of the browser, and a library of runs on them that survives a torn write. */
package microgpt.worker.storage;
