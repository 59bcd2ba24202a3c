/** Who agrees with whom: back ends with the reference, and training with PyTorch. */
package microgpt.parity;
