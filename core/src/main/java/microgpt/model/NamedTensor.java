package microgpt.model;

import microgpt.compute.Tensor;

/** A tensor and what it is called, for example {@code blocks.0.qkv}. */
public record NamedTensor(String name, Tensor tensor) {}
