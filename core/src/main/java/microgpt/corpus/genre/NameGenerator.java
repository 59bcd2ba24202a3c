package microgpt.corpus.genre;

import microgpt.numeric.Rng;

/** Invents names from syllables, one a line. */
final class NameGenerator implements TextGenerator {
    private static final String[] STARTS = {
        "Al", "An", "Ba", "Be", "Bri", "Ca", "Co", "Da", "De", "El", "Em", "Fa", "Fio", "Ga", "Gwe", "Ha", "He", "I",
        "Ja", "Jo", "Ka", "Ki", "La", "Li", "Lo", "Ma", "Mi", "Na", "No", "O", "Pa", "Pe", "Ra", "Ro", "Sa", "Si", "Ta",
        "The", "To", "U", "Va", "Vi", "Wa", "Wi", "Ya", "Za"
    };
    private static final String[] MIDDLES = {
        "bel", "da", "de", "di", "dra", "la", "le", "li", "lo", "ma", "mi", "mo", "na", "ne", "ni", "ra", "re", "ri",
        "ro", "sa", "se", "ta", "te", "tri", "va", "vi"
    };
    private static final String[] ENDS = {
        "bert", "da", "dan", "dor", "lan", "las", "la", "len", "lia", "lin", "lo", "mar", "mira", "mon", "na", "nar",
        "nel", "nia", "nor", "ra", "ric", "rin", "ris", "ron", "sa", "sia", "son", "ta", "ton", "vin", "win", "yn"
    };

    private final Rng rng;

    NameGenerator(Rng rng) {
        this.rng = rng;
    }

    @Override
    public void writeNext(StringBuilder out) {
        out.append(invent(rng)).append('\n');
    }

    static String invent(Rng rng) {
        String middle = rng.nextInt(3) == 0 ? RandomChoice.one(rng, MIDDLES) : "";
        return RandomChoice.one(rng, STARTS) + middle + RandomChoice.one(rng, ENDS);
    }
}
