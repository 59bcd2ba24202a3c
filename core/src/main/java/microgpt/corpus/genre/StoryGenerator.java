package microgpt.corpus.genre;

import microgpt.numeric.Rng;

/**
 * Tells children's stories without end, in simple words that a small model can learn (in the spirit of TinyStories, Eldan
 * and Li 2023): someone wants something, something is in the way, someone helps, and all ends well, with a moral.
 */
final class StoryGenerator implements TextGenerator {
    private static final Grammar GRAMMAR = new Grammar(StoryPlots.OPENINGS + StoryPlots.PLOTS + StoryWords.RULES);

    private final Rng rng;

    StoryGenerator(Rng rng) {
        this.rng = rng;
    }

    @Override
    public void writeNext(StringBuilder out) {
        Grammar.Text story = GRAMMAR.text(rng);
        String hero = cast(story, "hero", "he", "him", "his", "");
        String friend = hero;
        while (friend.equals(hero)) {
            friend = cast(story, "friend", "fhe", "fhim", "fhis", hero);
        }
        out.append(story.write("story")).append("\n\n");
    }

    /** Binds a character's name and pronouns, and returns the name. */
    private String cast(Grammar.Text story, String name, String he, String him, String his, String taken) {
        boolean girl = rng.nextInt(2) == 0;
        String[] names = girl ? StoryWords.GIRLS : StoryWords.BOYS;
        String chosen = names[rng.nextInt(names.length)];
        if (!chosen.equals(taken)) {
            story.bind(name, chosen)
                    .bind(he, girl ? "she" : "he")
                    .bind(him, girl ? "her" : "him")
                    .bind(his, girl ? "her" : "his")
                    .bind(name + "Kind", girl ? "girl" : "boy");
        }
        return chosen;
    }
}
