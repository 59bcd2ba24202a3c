package microgpt.corpus.genre;

import java.util.List;
import microgpt.numeric.Rng;

/** What scribes write, for tests to read. */
final class Lines {
    private Lines() {}

    static String text(Genre genre, long seed, int pieces) {
        StringBuilder text = new StringBuilder();
        TextGenerator scribe = genre.begin(Rng.seeded(seed));
        for (int i = 0; i < pieces; i++) {
            scribe.writeNext(text);
        }
        return text.toString();
    }

    static List<String> of(Genre genre, int pieces) {
        return text(genre, 1, pieces).lines().toList();
    }
}
