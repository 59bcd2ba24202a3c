/** The turns of a worker: its event loop, the port to its page, wake-ups, throttles, rates, and failures in words. */
package microgpt.worker.loop;
