package microgpt.corpus.genre;

import microgpt.numeric.Rng;

/** Writes records of a small shop as JSON, one object a line, numbered. */
final class JsonGenerator implements TextGenerator {
    private static final String[] ITEMS = {"lamp", "chair", "kettle", "rope", "clock", "basket", "mirror", "drum"};
    private static final String[] COLORS = {"red", "blue", "green", "white", "black", "yellow"};
    private static final String[] TAGS = {"new", "used", "small", "large", "rare", "sale", "gift"};

    private final Rng rng;
    private int id = 1;

    JsonGenerator(Rng rng) {
        this.rng = rng;
    }

    @Override
    public void writeNext(StringBuilder out) {
        out.append("{\"id\": ").append(id++);
        out.append(", \"item\": \"").append(RandomChoice.one(rng, ITEMS)).append('"');
        out.append(", \"color\": \"").append(RandomChoice.one(rng, COLORS)).append('"');
        out.append(", \"price\": ")
                .append(RandomChoice.between(rng, 1, 99))
                .append(rng.nextInt(2) == 0 ? ".50" : ".99");
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
        out.append("{\"name\": \"").append(NameGenerator.invent(rng));
        out.append("\", \"age\": ").append(RandomChoice.between(rng, 18, 90));
        out.append(", \"member\": ").append(rng.nextInt(2) == 0).append('}');
    }
}
