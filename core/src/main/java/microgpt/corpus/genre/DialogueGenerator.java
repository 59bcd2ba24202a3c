package microgpt.corpus.genre;

import microgpt.numeric.Rng;

/** Lets two people talk: questions that get fitting answers, each turn on a line that begins with the speaker's name. */
final class DialogueGenerator implements TextGenerator {
    private static final String[] SPEAKERS = {"Ada", "Bruno", "Clara", "Dario", "Edith", "Felix", "Greta", "Henri"};

    private static final Grammar GRAMMAR = new Grammar("""
            dialogue:
              {a}: {hello}|{b}: {helloBack}|{search}{bye}
              {a}: {hello}|{b}: {helloBack}|{weather}{bye}
              {a}: {hello}|{b}: {helloBack}|{shop}{bye}
              {a}: {hello}|{b}: {helloBack}|{way}{bye}
              {a}: {hello}|{b}: {helloBack}|{weather}{search}{bye}
              {a}: {hello}|{b}: {helloBack}|{news}{shop}{bye}
              {a}: {hello}|{b}: {helloBack}|{news}{way}{bye}
            hello:
              Good morning, {b}!
              Hello, {b}.
              {B}! How good to see you.
              Good evening, {b}.
            helloBack:
              Hello, {a}. How are you?|{a}: {fine}
              Good to see you, {a}. How have you been?|{a}: {fine}
              Oh, hello, {a}!
            fine:
              Very well, thank you. And you?|{b}: I cannot complain.
              A little tired. And you?|{b}: The same, I am afraid.
              Busy, as always.|{b}: I know how that is.
            search:
              {thing,place:=lost}{a}: Have you seen my {thing}?|{b}: Where did you last have it?|{a}: If I knew that, I would not ask.|{b}: Then look {place}.|{a}: There it is! My {thing} was {place}. {thanks}|
              {thing,place:=lost}{a}: I cannot find my {thing}.|{b}: Is it not {place}?|{a}: {looking} Yes, it is {place}. {thanks}|
            looking:
              Wait.
              Let me see.
              One moment.
            lost:
              red key/under the mat
              umbrella/behind the door
              green notebook/on the kitchen table
              left glove/in your other coat
              map/between the books
              ticket/in your hat
              lamp/on the top shelf
            weather:
              {sky,plan:=skies}{a}: Do you think it will {sky} tomorrow?|{b}: I am sure of it.|{a}: Then we should {plan}.|{b}: {agree}|
              {sky,plan:=skies}{a}: They say it will {sky}.|{b}: They said so yesterday, too.|{a}: Then I will {plan}.|{b}: {agree}|
            skies:
              rain/stay in and read
              snow/find the old sled
              be sunny/walk to the lake
              be cold/light the stove
              storm/close the shutters
              be hot/swim before noon
            agree:
              A good plan.
              I will come with you.
              You always say that.
              Why not?
            shop:
              {ware,price,cheap:=wares}{a}: How much is the {ware}?|{b}: {Price} coins.|{a}: {Price}? That is too much.|{b}: For you, {cheap}.|{a}: I will take it.|{b}: {Cheap} coins, then. Here is your {ware}.|
            wares:
              bread/four/three
              cheese/nine/seven
              blue cup/eight/six
              basket/twelve/ten
              old clock/forty/thirty
              honey/ten/eight
              fish/six/five
            way:
              {goal,first,then:=ways}{a}: How do I get to the {goal}?|{b}: {First}, and then {then}.|{a}: {First}?|{b}: Yes, and then {then}. You cannot miss the {goal}.|{a}: {thanks}|
            ways:
              station/go left at the well/straight on
              market/cross the bridge/turn right
              harbor/follow the river/go down the steps
              school/take the second street/go up the hill
              mill/walk past the church/keep to the left
              museum/turn right here/go through the gate
            news:
              {a}: Have you heard the news?|{b}: What news?|{a}: {event}|{b}: {surprise}|
            event:
              The old mill is for sale.
              The bridge will be closed in May.
              My sister has a new job.
              There will be a fair on Sunday.
              The baker has won a prize.
              They found a map in the tower.
            surprise:
              No! Really?
              I heard that last week.
              That is good to know.
              Who told you that?|{a}: Everybody knows it.
            thanks:
              Thank you!
              What would I do without you?
              You are a great help.
              Thank you very much.
            bye:
              {b}: I have to go now. Goodbye, {a}.|{a}: Goodbye, {b}.
              {b}: See you tomorrow, {a}.|{a}: See you tomorrow.
              {b}: Take care, {a}.|{a}: You too, {b}.
            """);

    private final Rng rng;

    DialogueGenerator(Rng rng) {
        this.rng = rng;
    }

    @Override
    public void writeNext(StringBuilder out) {
        int first = rng.nextInt(SPEAKERS.length);
        int second = (first + 1 + rng.nextInt(SPEAKERS.length - 1)) % SPEAKERS.length;
        Grammar.Text text = GRAMMAR.text(rng).bind("a", SPEAKERS[first]).bind("b", SPEAKERS[second]);
        out.append(text.write("dialogue")).append("\n\n");
    }
}
