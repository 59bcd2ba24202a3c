package microgpt.compute;

/** The nonlinearity inside the MLP. */
public enum Activation {
    /** max(0, x). */
    RELU,
    /** max(0, x)^2 (So et al. 2021, "Primer"). */
    RELU_SQUARED,
    /** x Phi(x) with the exact normal distribution function, by erf (Hendrycks and Gimpel 2016). */
    GELU
}
