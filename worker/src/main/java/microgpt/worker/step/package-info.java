/** The worker that steps through a GPT, one position at a time. */
package microgpt.worker.step;
