/** What the model asks of a machine: memory, tensors, and about 25 operations; and the reference that answers in plain Java. */
package microgpt.compute;
