package microgpt.corpus.genre;

import microgpt.numeric.Rng;

/** Writes records of a small shop as JSON, one object a line, numbered. */
final class JsonScribe implements Scribe {
    private static final String[] ITEMS = {"lamp", "chair", "kettle", "rope", "clock", "basket", "mirror", "drum"};
    private static final String[] COLORS = {"red", "blue", "green", "white", "black", "yellow"};
    private static final String[] TAGS = {"new", "used", "small", "large", "rare", "sale", "gift"};

    private final Rng rng;
    private int id = 1;

    JsonScribe(Rng rng) {
        this.rng = rng;
    }

    @Override
    public void writeNext(StringBuilder out) {
        out.append("{\"id\": ").append(id++);
        out.append(", \"item\": \"").append(Picks.one(rng, ITEMS)).append('"');
        out.append(", \"color\": \"").append(Picks.one(rng, COLORS)).append('"');
        out.append(", \"price\": ").append(Picks.between(rng, 1, 99)).append(rng.nextInt(2) == 0 ? ".50" : ".99");
        out.append(", \"tags\": ");
        tags(out);
        out.append(", \"buyer\": ");
        buyer(out);
        out.append("}\n");
    }

    private void tags(StringBuilder out) {
        int first = rng.nextInt(TAGS.length);
        int count = rng.nextInt(3);
        out.append('[');
        for (int i = 0; i < count; i++) {
            out.append(i > 0 ? ", \"" : "\"")
                    .append(TAGS[(first + 2 * i) % TAGS.length])
                    .append('"');
        }
        out.append(']');
    }

    private void buyer(StringBuilder out) {
        if (rng.nextInt(4) == 0) {
            out.append("null");
            return;
        }
        out.append("{\"name\": \"").append(NameScribe.invent(rng));
        out.append("\", \"age\": ").append(Picks.between(rng, 18, 90));
        out.append(", \"member\": ").append(rng.nextInt(2) == 0).append('}');
    }
}
