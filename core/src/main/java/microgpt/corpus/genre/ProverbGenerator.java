package microgpt.corpus.genre;

import microgpt.numeric.Rng;

/** Coins proverbs: a truth that sounds old, about rivers, bread and patience. */
final class ProverbGenerator implements TextGenerator {
    private static final Grammar GRAMMAR = new Grammar("""
            proverb:
              {cause,effect:=causes}Where there is {cause}, there is {effect}.
              {cause,effect:=causes}No {effect} without {cause}.
              {cause,effect:=causes}First comes {cause}, then comes {effect}.
              {who,does,but:=doers}The {who} {does}, but {but}.
              {who,does,but:=doers}Even the {who} {does}; {but}.
              {small,great:=growth}{Small} becomes {great}.
              {small,great:=growth}{Great} was once {small}.
              {small,great:=growth}Do not laugh at {small}; one day it is {great}.
              {good,bad:=better}Better {good} than {bad}.
              {good,bad:=better}{Good} is worth more than {bad}.
              {good,bad:=better}Give me {good}, and keep {bad}.
              {person,wise,fool:=advice}The wise {person} {wise}; the foolish one {fool}.
              {person,wise,fool:=advice}Who {wise} sleeps well; who {fool} lies awake.
              {person,wise,fool:=advice}A {person} who {fool} has not met one who {wise}.
              {early,late:=times}Who {early} in spring {late} in autumn.
              {early,late:=times}Nobody {late} who never {early}.
            causes:
              smoke/fire
              work/bread
              seed/harvest
              rain/grass
              patience/honey
              a question/an answer
              a friend/a way
              night/morning
              thunder/rain
              love/courage
            doers:
              river/is soft/it wears the stone
              oak/is strong/the storm finds it first
              ant/is small/it carries the winter on its back
              moon/shines bright/it borrows its light
              fox/knows many paths/the hedgehog knows one good one
              rope/is long/it has an end
              door/is heavy/a small key opens it
              bell/is loud/it has nothing to say
              snail/is slow/it is always at home
              candle/is little/the dark runs from it
              mountain/stands still/the road goes over it
              wind/shouts/the grass only bows
            growth:
              an acorn/an oak
              a drop/a river
              a word/a song
              a step/a journey
              a spark/a fire
              a coin/a treasure
              a thread/a sail
              a stone/a bridge
              a guest/a brother
              a mistake/a lesson
            better:
              a crust in peace/a feast in fear
              an old friend/a new coat
              one lamp/a hundred dark rooms
              a slow horse/a fast fall
              a small house/a large debt
              a true word/a golden promise
              a good neighbor/a high wall
              dry bread at home/honey among strangers
              a lame excuse/a proud lie
              an hour of thought/a day of regret
            advice:
              sailor/mends the sail before the storm/prays in it
              farmer/sows what is needed/sows what is easy
              baker/tastes the bread/counts the coins
              hunter/listens/shouts
              traveler/asks the way/trusts the fog
              singer/learns the silence/fears it
              builder/measures twice/cuts twice
              miller/grinds what there is/waits for better wind
            times:
              plants/eats
              digs/drinks
              gives/receives
              builds/rests
              learns/teaches
              sows/sings
            """);

    private final Rng rng;

    ProverbGenerator(Rng rng) {
        this.rng = rng;
    }

    @Override
    public void writeNext(StringBuilder out) {
        out.append(GRAMMAR.text(rng).write("proverb")).append('\n');
    }
}
