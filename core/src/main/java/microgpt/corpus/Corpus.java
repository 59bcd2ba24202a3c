package microgpt.corpus;

import java.util.EnumMap;
import java.util.Map;
import microgpt.corpus.genre.Genre;
import microgpt.corpus.genre.TextGenerator;
import microgpt.numeric.Nullable;
import microgpt.numeric.Rng;

/** The built-in stream: the phases of a plan, written one after the other. The same plan gives the same bytes. */
public final class Corpus {
    private final PhasePlan plan;
    private final Map<Genre, TextGenerator> scribes = new EnumMap<>(Genre.class);
    private final StringBuilder piece = new StringBuilder();

    private Corpus(PhasePlan plan) {
        this.plan = plan;
    }

    /** Writes the whole plan: a complete stream whose phases are the visits. */
    public static ByteStream build(PhasePlan plan) {
        return new Corpus(plan).write();
    }

    private ByteStream write() {
        ByteStream stream = new ByteStream(plan.visits().get(0).genre().label());
        for (PhasePlan.Visit visit : plan.visits()) {
            if (stream.size() > 0) {
                stream.beginPhase(visit.genre().label());
            }
            write(visit, stream);
        }
        stream.complete();
        return stream;
    }

    private void write(PhasePlan.Visit visit, ByteStream stream) {
        TextGenerator scribe = scribe(visit.genre(), visit.seed());
        long end = stream.size() + visit.bytes();
        while (stream.size() < end) {
            piece.setLength(0);
            scribe.writeNext(piece);
            if (visit.genre().writesDocuments()) {
                stream.beginDocument();
            }
            byte[] bytes = ascii(piece);
            stream.append(bytes, 0, bytes.length);
        }
    }

    private TextGenerator scribe(Genre genre, @Nullable Long seed) {
        TextGenerator scribe = scribes.get(genre);
        if (scribe == null || seed != null) {
            long from = seed != null ? seed : plan.seed();
            scribe = genre.begin(Rng.seeded(from ^ ((long) genre.label().hashCode() << 32)));
            scribes.put(genre, scribe);
        }
        return scribe;
    }

    static byte[] ascii(CharSequence text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }
}
