package microgpt.worker.fetch;

import java.util.LinkedHashSet;
import java.util.Set;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Corpus;
import microgpt.corpus.PhasePlan;
import microgpt.protocol.Source;
import microgpt.worker.loop.EventLoop;

/** The beginning of the stream of each {@link Source}. */
public final class Sources {
    private static final String PHASES = "the phases";

    private Sources() {}

    /**
     * The whole stream of built-in phases; for every other source an empty one, to be appended to.
     *
     * @throws IllegalArgumentException if the source could not be one
     */
    public static ByteStream open(Source source) {
        if (source instanceof Source.Phases phases) {
            return Corpus.build(PhasePlan.parse(PHASES, phases.plan()));
        }
        if (isOnWeb(source) && limit(source) < 1) {
            throw new IllegalArgumentException("a limit of " + limit(source) + " bytes must be at least 1");
        }
        if (source instanceof Source.Wikipedia articles) {
            WikipediaDownload.check(articles);
        }
        return new ByteStream(name(source));
    }

    /** The stream of built-in phases, with so many more visits of the last one, each of so many bytes. */
    public static ByteStream openLonger(Source.Phases phases, int times, int bytes) {
        return Corpus.build(PhasePlan.parse(PHASES, phases.plan()).longer(times, bytes));
    }

    /** Whether the worker fetches it: then {@link #begin} does. */
    public static boolean isOnWeb(Source source) {
        return source instanceof Source.Url
                || source instanceof Source.HuggingFace
                || source instanceof Source.Wikipedia;
    }

    /** At most so many bytes; -1 where it does not say. */
    public static long limit(Source source) {
        if (source instanceof Source.Url url) {
            return url.limit();
        } else if (source instanceof Source.HuggingFace rows) {
            return rows.limit();
        }
        return source instanceof Source.Wikipedia articles ? articles.limit() : -1;
    }

    /** Begins to fetch a source that is on the web. */
    public static void begin(Source source, Download arrival, Fetcher fetching, EventLoop loop) {
        if (source instanceof Source.Url url) {
            new UrlDownload(arrival).begin(fetching, url.address());
        } else if (source instanceof Source.HuggingFace rows) {
            new HuggingFaceDownload(fetching, loop, arrival, rows).begin();
        } else if (source instanceof Source.Wikipedia articles) {
            new WikipediaDownload(fetching, loop, arrival, articles).begin();
        }
    }

    /** What the page calls it. */
    public static String name(Source source) {
        if (source instanceof Source.Supplied supplied && !supplied.name().isBlank()) {
            return supplied.name();
        } else if (source instanceof Source.Url url) {
            return url.address().substring(url.address().lastIndexOf('/') + 1);
        } else if (source instanceof Source.HuggingFace rows) {
            return rows.dataset();
        } else if (source instanceof Source.Wikipedia articles) {
            return "Wikipedia: " + articles.titles().trim().replace("\n", ", ");
        }
        if (source instanceof Source.Phases phases) {
            return builtin(PhasePlan.parse(PHASES, phases.plan()));
        }
        return source instanceof Source.Typed ? "typed" : "your text";
    }

    /** One kind of text is called by its name. */
    private static String builtin(PhasePlan plan) {
        Set<String> labels = new LinkedHashSet<>();
        for (PhasePlan.Visit visit : plan.visits()) {
            labels.add(visit.genre().label());
        }
        return labels.size() == 1 ? labels.iterator().next() : "the built-in phases";
    }
}
