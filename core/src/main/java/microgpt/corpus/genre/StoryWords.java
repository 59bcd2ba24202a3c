package microgpt.corpus.genre;

/** The words and the small sentences that all stories share. */
final class StoryWords {
    static final String[] GIRLS = {
        "Lily", "Mia", "Anna", "Sue", "Emma", "Zoe", "Nora", "Ruby", "Ella", "Kim", "Rosa", "Ivy"
    };
    static final String[] BOYS = {
        "Tom", "Ben", "Max", "Sam", "Leo", "Finn", "Tim", "Jack", "Noah", "Otto", "Paul", "Hugo"
    };

    static final String RULES = """
            child:
              {heroKind}
              {heroKind}
              rabbit
              bear
              cat
              dog
              mouse
              fox
              duck
            trait:
              kind
              happy
              brave
              curious
              cheerful
              gentle
              quiet
              funny
              clever
              friendly
            color:
              red
              blue
              green
              yellow
              white
              brown
            day:
              One day,
              One day,
              One sunny day,
              One morning,
              One afternoon,
              One warm day,
              On a bright morning,
            place:
              park
              garden
              meadow
              forest
              river
              hill
              farm
              beach
            elders:
              mom/she/her/her
              dad/he/him/his
              grandma/she/her/her
              grandpa/he/him/his
              big sister/she/her/her
              big brother/he/him/his
            sad:
              {Hero} was very sad.
              {Hero} felt sad.
              {Hero} was sad and began to cry.
              {Hero} sat down and cried.
              A tear ran down the face of {hero}.
            happy:
              {Hero} was so happy.
              {Hero} was very happy.
              {Hero} jumped for joy.
              {Hero} smiled a big smile.
              {Hero} laughed and clapped.
            bothHappy:
              They were both very happy.
              {Hero} and {friend} laughed and hugged.
              {Hero} and {friend} danced with joy.
              They smiled at each other.
            askWhy:
              "What is wrong, {hero}?" asked {friend}.
              "Why are you sad, {hero}?" asked {friend}.
              "Are you okay, {hero}?" {friend} asked.
              {Friend} saw {him} and asked, "What happened?"
            offer:
              "Do not worry," said {friend}. "I can help you."
              "I know what to do," said {friend}.
              "I will help you," {friend} said.
              "Let us try together," said {friend}.
              {Friend} thought for a moment. "I have an idea!" {fhe} said.
            thanks:
              "Thank you, {friend}!" said {hero}.
              "Thank you so much," {hero} said.
              "You are a good friend, {friend}," said {hero}.
              {Hero} gave {friend} a big hug.
            welcome:
              "You are welcome," said {friend}.
              {Friend} smiled and said, "That is what friends do."
              "I am glad I could help," said {friend}.
            together:
              They played together until the sun went down.
              They played all day long.
              Then they ran and played until it was time for dinner.
              After that, they played together every day.
            home:
              Then {hero} went home and told {his} {family} all about it.
              That night, {hero} went to bed with a smile.
              When the sun went down, {hero} went home happy.
              {He} went home and slept very well.
            family:
              mom
              dad
              family
              mom and dad
            tried:
              {He} tried again and again, but {he} could not do it.
              {He} tried and tried, but it did not work.
              {He} tried very hard, but it was too hard.
            """;

    private StoryWords() {}
}
