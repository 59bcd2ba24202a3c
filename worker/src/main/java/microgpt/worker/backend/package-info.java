/** The one choice of what a worker computes with. */
package microgpt.worker.backend;
