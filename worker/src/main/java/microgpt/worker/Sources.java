package microgpt.worker;

import microgpt.corpus.ByteStream;
import microgpt.corpus.Corpus;
import microgpt.corpus.PhasePlan;
import microgpt.protocol.Source;

/** The beginning of the stream of each {@link Source}. */
final class Sources {
    private Sources() {}

    /**
     * The whole stream of built-in phases; for every other source an empty one, to be appended to.
     *
     * @throws IllegalArgumentException if the source could not be one
     */
    static ByteStream open(Source source) {
        if (source instanceof Source.Phases phases) {
            return Corpus.build(PhasePlan.parse("the phases", phases.plan()));
        }
        if (source instanceof Source.Url url && url.limit() < 1) {
            throw new IllegalArgumentException("a limit of " + url.limit() + " bytes must be at least 1");
        }
        return new ByteStream(name(source));
    }

    /** What the page calls it. */
    static String name(Source source) {
        if (source instanceof Source.Supplied supplied && !supplied.name().isBlank()) {
            return supplied.name();
        } else if (source instanceof Source.Url url) {
            return url.address().substring(url.address().lastIndexOf('/') + 1);
        }
        return source instanceof Source.Typed ? "typed" : "your text";
    }
}
