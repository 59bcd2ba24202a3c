package microgpt.worker.lab;

import java.util.ArrayList;
import java.util.List;
import microgpt.corpus.ByteStream;
import microgpt.corpus.HeldOutText;
import microgpt.corpus.PhasePlan;
import microgpt.corpus.genre.Genre;
import microgpt.numeric.Nullable;

/** The held-out texts of a run, one for each kind of text in its plan, written when they are first needed; or why there are none. */
final class ProbeTexts {
    static final int PROBE_BYTES = 512;
    static final String OWN_STREAM = "only the built-in streams have held-out text of the same kind";
    static final String ONE_TEXT = "the stream is of one kind: there is nothing to forget it for";
    static final String TOO_LARGE = "the model is too large to be copied at the end of each phase";
    static final ProbeTexts NONE = new ProbeTexts(null, List.of(), "");

    private static final int MOST_PARAMETERS = 2_000_000;

    private final @Nullable PhasePlan plan;
    private final List<Genre> genres;
    private final String why;
    private List<ByteStream> texts = List.of();

    private ProbeTexts(@Nullable PhasePlan plan, List<Genre> genres, String why) {
        this.plan = plan;
        this.genres = genres;
        this.why = why;
    }

    static ProbeTexts of(LabRun run) {
        PhasePlan plan = run.plan();
        if (plan == null) {
            return new ProbeTexts(null, List.of(), OWN_STREAM);
        } else if (run.engine().config().model().parameterCount() > MOST_PARAMETERS) {
            return new ProbeTexts(null, List.of(), TOO_LARGE);
        }
        List<Genre> genres = HeldOutText.genres(plan);
        return genres.size() < 2 ? new ProbeTexts(null, List.of(), ONE_TEXT) : new ProbeTexts(plan, genres, "");
    }

    boolean isEmpty() {
        return genres.isEmpty();
    }

    int count() {
        return genres.size();
    }

    /** Why there are none; empty if there are. */
    String why() {
        return why;
    }

    List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (Genre genre : genres) {
            labels.add(genre.label());
        }
        return List.copyOf(labels);
    }

    /** The number of the text of a phase of this name. */
    int index(String phase) {
        return labels().indexOf(phase);
    }

    List<ByteStream> written() {
        if (texts.isEmpty() && plan != null) {
            List<ByteStream> written = new ArrayList<>();
            for (Genre genre : genres) {
                written.add(HeldOutText.of(plan, genre, PROBE_BYTES));
            }
            texts = List.copyOf(written);
        }
        return texts;
    }
}
