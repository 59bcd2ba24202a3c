package microgpt.corpus;

/** A stretch of a stream with one name, from {@code start} to before {@code end}, in bytes. */
public record Phase(String name, long start, long end) {}
