package microgpt.corpus;

import java.util.ArrayList;
import java.util.List;
import microgpt.corpus.genre.Genre;
import microgpt.numeric.Nullable;

/**
 * The order and the lengths of the phases of a built-in stream, as a phases file states them.
 *
 * @param seed what the random streams of all phases derive from
 */
public record PhasePlan(long seed, List<Visit> visits) {
    /** The longest stream: it is written at once, and kept in memory. */
    public static final long MOST_BYTES = 1_000_000_000;

    public PhasePlan {
        visits = List.copyOf(visits);
        if (visits.isEmpty()) {
            throw new IllegalArgumentException("a phase plan must have at least one phase");
        }
        long bytes = 0;
        for (Visit visit : visits) {
            bytes += visit.bytes();
        }
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "the " + bytes + " bytes of all phases together must be at most " + MOST_BYTES);
        }
    }

    /**
     * Reads the JSON text of a phases file: an object with a {@code seed} and a list of {@code phases}, each with its
     * {@code phase}, its {@code bytes}, and optionally a {@code seed}. Keys that begin with {@code _} are comments.
     *
     * @param file what to call the text in errors
     * @throws IllegalArgumentException naming the file, the key, what was expected and what was found
     */
    public static PhasePlan parse(String file, String json) {
        return new PlanReader(file).read(json);
    }

    /** The same with so many more visits of the last phase, with fresh text, each of so many bytes. */
    public PhasePlan longer(int times, int bytes) {
        List<Visit> more = new ArrayList<>(visits);
        for (int i = 0; i < times; i++) {
            more.add(new Visit(visits.get(visits.size() - 1).genre(), bytes, null));
        }
        return new PhasePlan(seed, more);
    }

    /**
     * One visit of a phase: its text goes on until the piece that reaches {@code bytes} ends. Without a seed a phase that
     * returns continues where it stopped, with fresh text; with one it begins anew from that seed, so that two visits with
     * the same seed read the same bytes.
     */
    public record Visit(Genre genre, int bytes, @Nullable Long seed) {
        /** The longest visit. */
        public static final int MAX_BYTES = 100_000_000;

        public Visit {
            if (bytes < 1 || bytes > MAX_BYTES) {
                throw new IllegalArgumentException(
                        "bytes " + bytes + " of phase " + genre.label() + " must be 1 to " + MAX_BYTES);
            }
        }
    }
}
