/** The worker that trains by batches: the current text and run, samples, and the library of saved runs. */
package microgpt.worker.train;
