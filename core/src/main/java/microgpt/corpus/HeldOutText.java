package microgpt.corpus;

import java.util.ArrayList;
import java.util.List;
import microgpt.corpus.genre.Genre;
import microgpt.corpus.genre.TextGenerator;
import microgpt.numeric.Rng;

/** Text of the kinds that a phase plan reads, which the plan itself never reads: to find out what a model knows of each. */
public final class HeldOutText {
    /** Makes every seed another one. */
    private static final long OTHER = 0x6a09e667f3bcc908L;

    private static final int LONGEST_LINE = 200;

    private HeldOutText() {}

    /** The kinds of text that {@code plan} reads, in the order in which they first come. */
    public static List<Genre> genres(PhasePlan plan) {
        List<Genre> genres = new ArrayList<>();
        for (PhasePlan.Visit visit : plan.visits()) {
            if (!genres.contains(visit.genre())) {
                genres.add(visit.genre());
            }
        }
        return List.copyOf(genres);
    }

    /**
     * A complete stream of {@code count} bytes of {@code genre}, by another seed than those of {@code plan}. Numbers are counted
     * alike from any seed: of those it has the ones that follow the last that the plan reads.
     */
    public static ByteStream of(PhasePlan plan, Genre genre, int count) {
        TextGenerator writer = genre.begin(
                Rng.seeded(plan.seed() ^ OTHER ^ ((long) genre.label().hashCode() << 32)));
        StringBuilder piece = new StringBuilder();
        if (genre == Genre.COUNTING) {
            skip(writer, bytesOf(plan, genre));
        }
        ByteStream stream = new ByteStream(genre.label());
        while (stream.size() < count) {
            piece.setLength(0);
            writer.writeNext(piece);
            if (genre.writesDocuments()) {
                stream.beginDocument();
            }
            byte[] bytes = Corpus.ascii(piece);
            stream.append(bytes, 0, (int) Math.min(bytes.length, count - stream.size()));
        }
        stream.complete();
        return stream;
    }

    /** Writes, for nobody, at least so many bytes, by whole pieces as a visit does. */
    private static void skip(TextGenerator writer, long bytes) {
        StringBuilder piece = new StringBuilder();
        long skipped = 0;
        while (skipped < bytes) {
            piece.setLength(0);
            writer.writeNext(piece);
            skipped += piece.length();
        }
    }

    /** What all visits of a kind of text read, each of which goes on to the end of a piece. */
    private static long bytesOf(PhasePlan plan, Genre genre) {
        long bytes = 0;
        for (PhasePlan.Visit visit : plan.visits()) {
            bytes += visit.genre() == genre ? visit.bytes() + LONGEST_LINE : 0;
        }
        return bytes;
    }
}
