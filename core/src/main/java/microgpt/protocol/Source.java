package microgpt.protocol;

import microgpt.protocol.lab.LabCommand;

/** Where the bytes of a stream come from. */
public sealed interface Source {
    /** The built-in phases, arranged by the JSON text of a phases file. */
    record Phases(String plan) implements Source {}

    /** Bytes that follow in {@link LabCommand.Append}. {@code name} is what the page calls them. */
    record Supplied(String name) implements Source {}

    /** Bytes that the reader types. */
    record Typed() implements Source {}

    /** Bytes that the worker fetches, at most {@code limit} of them. */
    record Url(String address, long limit) implements Source {}

    /**
     * The texts of a public data set on Hugging Face, at most {@code limit} bytes of them. Subset, split and column may
     * be empty: then the usual ones are taken.
     */
    record HuggingFace(String dataset, String subset, String split, String column, long limit) implements Source {}

    /** Articles of the Wikipedia in a language, named by its code; one title a line. At most {@code limit} bytes. */
    record Wikipedia(String language, String titles, long limit) implements Source {}
}
