/** How weights move: optimizers, schedules, clipping, averaging. */
package microgpt.optim;
