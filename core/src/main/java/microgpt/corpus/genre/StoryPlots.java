package microgpt.corpus.genre;

/**
 * The plots of the stories, as rules of a {@link Grammar}. Bound before a story begins: {@code hero he him his heroKind} and
 * {@code friend fhe fhim fhis friendKind}; what a plot binds itself is agreed upon throughout the story.
 */
final class StoryPlots {
    static final String OPENINGS = """
            story:
              {kind:=child}{opening} {lost}
              {kind:=child}{opening} {learning}
              {kind:=child}{opening} {sharing}
              {kind:=child}{opening} {fear}
              {kind:=child}{opening} {rescue}
              {kind:=child}{opening} {truth}
              {kind:=child}{opening} {growing}
              {kind:=child}{opening} {building}
              {kind:=child}{opening} {greed}
              {kind:=child}{opening} {warning}
              {kind:=child}{opening} {newcomer}
              {kind:=child}{opening} {birthday}
              {kind:=child}{opening} {found}
            opening:
              Once upon a time, there was a little {kind} named {hero}.
              Once upon a time, there was a {trait} {kind} named {hero}.
              Once there was a little {kind} named {hero}. {Hero} was very {trait}.
              There was once a {trait} little {kind} called {hero}.
              {Hero} was a {trait} little {kind}.
              Once upon a time, a little {kind} named {hero} lived near a {homeland}.
            homeland:
              river
              forest
              big hill
              farm
              green meadow
            """;

    static final String PLOTS = """
            lost:
              {thing,where,way:=lostThing}{Hero} had a {thing}. {LovedIt}|{day} {hero} took the {thing} to the {place}. {LostIt} {He} looked everywhere. At last {he} saw the {thing} {where}. {tried} {sad}|{askWhy} "My {thing} is {where}," said {hero}. {offer} {Friend} {way}. Now {hero} had the {thing} again!|{happy} {thanks} {welcome} {together} {helpMoral}
            lostThing:
              {color} ball/under a big bush/pushed it out with a long stick
              {color} kite/high up in a tree/climbed up and brought it down
              {color} hat/on top of a wall/stood on a box and took it down
              toy boat/in the middle of the pond/pulled it out with a net
              little drum/at the bottom of a hole/pulled it up with a rope
              teddy bear/on the roof of the barn/went up a ladder and got it
              toy car/under an old bench/reached in with a thin arm and got it
              {color} balloon/between two branches/shook the tree until it came free
              silver bell/behind a heavy stone/pushed the stone away
            lovedIt:
              {He} loved it very much.
              {He} played with it every day.
              It was {his} favorite thing in the world.
              {He} took it everywhere.
            lostIt:
              {Hero} ran and jumped, and then it was gone.
              But the wind blew hard, and it was gone.
              {He} put it down for a moment. Then it was gone.
              But {hero} tripped and let go of it.
            helpMoral:
              {Hero} learned that it is good to ask for help.
              From that day on, {hero} and {friend} were best friends.
              And {hero} knew that a good friend is better than any toy.
              The end.
            learning:
              {elder,ehe,ehim,ehis:=elders}{skill,fail,success:=skill}{Hero} wanted to {skill}. {day} {he} went outside to try. But {hero} {fail}. {tried} {sad}|{His} {elder} came and sat down next to {him}. "{comfort}" {ehe} said. "{advice}"|So {hero} tried again the next day, and the day after that. {slowly} Then, one day, {hero} {success}! "{look}" {he} shouted. {His} {elder} was very proud.|{happy} {tryMoral}
            skill:
              swim/sank in the water/swam all the way across the pond
              ride a bike/fell off the bike/rode the bike down the street
              whistle/made no sound at all/whistled a happy song
              climb the big tree/slid down again/climbed up to the very top
              skip with a rope/stepped on the rope/skipped ten times
              bake bread/burned the bread/baked a warm, soft bread
              sing a song/forgot the words/sang the whole song
              draw a horse/drew a horse that looked like a potato/drew a fine horse
              catch a ball/dropped the ball/caught the ball with one hand
              tie a knot/lost the end of the string/tied a strong knot
            comfort:
              Do not cry, {hero},
              Do not be sad,
              It is hard at first,
              I fell many times, too,
            advice:
              You must try again.
              Go slowly, and do not give up.
              If you try a little every day, you will do it.
              Nobody can do it the first time.
            slowly:
              Each day it was a little better.
              It was still hard, but {he} did not stop.
              {He} went slowly and did not give up.
              Sometimes {he} wanted to stop, but {he} did not.
            look:
              Look at me!
              I did it!
              I can do it!
              Look what I can do!
            tryMoral:
              {Hero} learned that you should never give up.
              {Hero} learned that you must try again when something is hard.
              And {hero} was glad that {he} did not give up.
              The end.
            sharing:
              {treat,treats:=treat}{day} {hero} had {treats}. {Friend} came by and looked at {him}. "May I have some?" asked {friend}. "No," said {hero}. "It is all mine!" {Friend} went away and was sad.|{Hero} sat alone and ate. But it was not so good anymore. {alone} {He} thought about {friend}. "{regret}" {he} said.|{Hero} ran to {friend}. "I am sorry," said {hero}. "Here, you can have half of my {treat}." {Friend} smiled. They sat down {under} and ate together. {bothHappy} {shareMoral}
            treat:
              cake/a big, sweet cake
              bread/a loaf of warm bread
              apples/a bag of red apples
              cookies/a box of cookies
              soup/a pot of hot soup
              berries/a basket of berries
              pie/a fresh pie
            alone:
              It was no fun to eat alone.
              {He} felt lonely.
              Nobody was there to talk to.
              It was very quiet.
            regret:
              That was not nice of me,
              I should have shared,
              I was not a good friend,
            under:
              under a tree
              in the grass
              on the steps
              by the river
              in the sun
            shareMoral:
              {Hero} learned that it is good to share.
              Everything is better when you share it.
              From then on, {hero} always shared with {friend}.
              {Hero} learned that sharing makes two people happy.
            fear:
              {elder,ehe,ehim,ehis:=elders}{sound,cause:=noise}{Hero} was afraid of the dark. One night {he} was in bed and heard a noise. {sound}! {scared} "Who is there?" {he} asked. Nobody said a word. Then {he} heard it again. {sound}! "Help!" {he} cried.|{His} {elder} came in with a light. "What is it, {hero}?" {ehe} asked. "There is a monster!" said {hero}. "{seeMonster}" said {his} {elder}. {Ehe} took {hero} by the hand, and they looked together.|It was not a monster at all. It was only {cause}! {laugh} {asleep} {braveMoral}
            noise:
              Tap, tap, tap/a branch at the window
              Bump, bump/the cat under the bed
              Hoo, hoo/the wind in the chimney
              Scratch, scratch/a little mouse with a nut
              Rumble, rumble/the dog, fast asleep
              Drip, drip, drip/the rain on the roof
              Creak, creak/the old door
            scared:
              {He} pulled the blanket over {his} head.
              {His} heart went boom, boom, boom.
              {He} was very scared.
              {He} did not dare to move.
            seeMonster:
              Let us look together,
              I do not think so. Come and see,
              Then we will go and say hello to it,
            laugh:
              {Hero} laughed and laughed.
              They both had to laugh.
              "Oh!" said {hero}, and laughed.
            asleep:
              Then {hero} went back to bed and slept until morning.
              {Hero} was not afraid anymore and soon fell asleep.
              {His} {elder} gave {him} a kiss, and {hero} fell asleep.
            braveMoral:
              {Hero} learned that things are not so scary when you look at them.
              After that, {hero} was not afraid of the dark.
              To be brave is to look, even when you are afraid.
              The end.
            rescue:
              {pet,stuck,free,gift:=trapped}{day} {hero} walked to the {place} with {friend}. Then they heard a small voice. "Help! Help!" It was a {pet}. It was {stuck}. "{poor}" said {hero}.|{Hero} pulled, but {he} was not strong enough. {Friend} pulled, but {fhe} was not strong enough. "We must do it together," said {friend}. So they {free}. The {pet} was free!|"Thank you," said the {pet}. "You are very kind." The next day, the {pet} came back and brought them {gift}. {bothHappy} {kindMoral}
            trapped:
              little bird/caught in a net/pulled at the net with all their might/a song
              small frog/under a heavy stone/rolled the stone away/a water flower
              baby turtle/on its back in the sand/turned it over/a white shell
              young squirrel/in a deep hole/put a long branch into the hole/a bag of nuts
              tiny bee/in a glass jar/opened the jar/a pot of honey
              little goat/in the thick mud/pulled it out with a rope/a bell
              small hedgehog/behind a closed gate/lifted the gate/a red apple
            poor:
              Oh no, poor thing!
              We have to help it,
              Do not be afraid, we will help you,
            kindMoral:
              {Hero} learned that kindness comes back to you.
              It is good to be kind to everyone, big or small.
              From that day on, they were all friends.
              When two work together, they are strong.
            truth:
              {elder,ehe,ehim,ehis:=elders}{item,mend:=fragile}{day} {hero} played with a ball in the house. The ball hit the {item} of {his} {elder}, and it broke. {Hero} was scared. {hide} When {his} {elder} came home, {ehe} asked, "Who broke my {item}?" "{lie}" said {hero}.|But {hero} did not feel good. {worry} At last {he} went to {his} {elder}. "I broke it," {he} said. "I am sorry." {His} {elder} looked at {him} for a long time. Then {ehe} smiled. "{forgive}"|Together they {mend}. {happy} {truthMoral}
            fragile:
              vase/put the vase back together with glue
              blue cup/made a new cup out of clay
              lamp/fixed the lamp and turned it on
              clock/fixed the clock, and it went tick, tock again
              plate/painted a new plate
              flower pot/planted the flower in a new pot
            hide:
              {He} hid the pieces under {his} bed.
              {He} put the pieces in a box and hid it.
              {He} ran outside and did not say a word.
            lie:
              I do not know,
              It was not me,
              It was the cat,
            worry:
              {He} could not eat and could not sleep.
              {His} tummy hurt, and {he} did not want to play.
              {He} thought about it all day.
            forgive:
              Thank you for telling me the truth.
              I am glad that you told me.
              Everyone makes mistakes. It is good that you told me.
            truthMoral:
              {Hero} learned that it is best to tell the truth.
              From then on, {hero} always told the truth.
              {Hero} learned that a lie is heavy, but the truth is light.
            growing:
              {elder,ehe,ehim,ehis:=elders}{seed,fruit,eat:=seeds}{day} {hero} found a {seed}. {His} {elder} said, "Put it in the ground and give it water." So {hero} made a hole, put the {seed} in, and gave it water. The next morning {he} looked. There was nothing. {impatient}|"{wait}" said {his} {elder}. Every day {hero} gave it water. The sun was warm, and the rain fell. {sprout} It grew and grew.|At last there was {fruit}! {Hero} called {friend}. "Come and see!" {He} gave {friend} some, and they {eat}. {bothHappy} {waitMoral}
            seeds:
              tiny seed/a big, round pumpkin/made a pumpkin soup
              brown seed/a sunflower as tall as a house/sat in its shade
              small bean/a plant full of beans/ate beans until they were full
              little seed/a bush of red tomatoes/ate the tomatoes with bread
              round seed/a sweet, green melon/ate it all up
              black seed/a row of long carrots/ate them, crunch, crunch
            impatient:
              "It does not work!" said {hero}.
              {Hero} wanted to dig it up again.
              {Hero} waited and waited, but nothing happened.
            wait:
              You have to wait,
              Good things take time,
              Be patient, {hero},
            sprout:
              Then, one morning, there was a small green leaf.
              After a week, something green came out of the ground.
              One day, two tiny leaves looked out of the ground.
            waitMoral:
              {Hero} learned that good things take time.
              {Hero} was glad that {he} had waited.
              {Hero} learned to be patient.
            building:
              {work,trouble,part1,part2:=project}{Hero} wanted to build {work}. "I can do it all alone," {he} said. {He} worked all morning. But {trouble}. {tried} {sad}|{askWhy} "I cannot do it alone," said {hero}. {offer} {Hero} {part1}, and {friend} {part2}. They worked until the evening.|When they were done, they looked at it. It was {work}, just as {hero} had wanted. {thanks} {together} {teamMoral}
            project:
              a tree house/the boards were too heavy/held the boards/used the hammer
              a snow house/the roof fell in/made the walls/made the roof
              a little boat/the water came in/cut the wood/closed the holes
              a castle of sand/the waves washed it away/dug a deep ditch/made the towers
              a tower of blocks/the tower fell down/held the bottom/put the blocks on top
              a house for the birds/the nails were bent/held the nails/used the hammer
              a bridge over the stream/the logs rolled away/held the logs/tied the ropes
            teamMoral:
              {Hero} learned that work is easy with a friend.
              Two can do what one cannot.
              {Hero} learned that it is better to work together.
            greed:
              {sweet,many:=sweets}{day} {hero} found {many} in the {place}. "They are all for me!" {he} said. {He} ate one, and one more, and one more. {Friend} came by. "Do not eat so many, {hero}," said {friend}. But {hero} did not listen. {He} ate them all.|Then {his} tummy began to hurt. "Ow, ow, ow!" said {hero}. {Friend} brought {him} {cure} and stayed with {him}. {cureTime} {hero} felt better.|"You were right," said {hero}. "{promise}" The next time {hero} found {sweet}, {he} ate only a few and gave the rest to {friend}. {enoughMoral}
            sweets:
              berries/a bush full of berries
              plums/a tree full of plums
              cherries/a basket full of cherries
              cookies/a box full of cookies
              pears/a tree full of pears
              nuts/a big bag full of nuts
            cure:
              a cup of warm tea
              a glass of water
              a soft blanket
              a hot soup
            cureTime:
              After a long sleep,
              In the evening,
              After a while,
              The next morning,
            promise:
              I should have listened to you.
              I will never eat so many again.
              Next time I will stop.
            enoughMoral:
              {Hero} learned that enough is enough.
              {Hero} learned to listen to {his} friends.
              A little is often better than a lot.
            warning:
              {elder,ehe,ehim,ehis:=elders}{spot,danger,saved:=dangers}"Do not go {spot}," said {his} {elder}. But {hero} wanted to see what was there. {day} when nobody looked, {he} went {spot}. {exciting} But then {danger}. "Help!" cried {hero}.|{His} {elder} heard {him} and came running. {Ehe} {saved}. {Hero} was safe. "I am sorry," {he} said. "{listen}" {His} {elder} held {him} tight. "I am glad that you are safe," {ehe} said.|{home} {listenMoral}
            dangers:
              into the dark cave/{he} could not find the way out/called {his} name until {hero} found the way
              onto the ice/the ice began to crack/pulled {him} back with a long branch
              over the old bridge/a board broke under {his} foot/took {his} hand and pulled {him} up
              into the deep forest/it got dark, and {he} was lost/brought a light and took {him} home
              near the big river/{he} slipped and fell in/jumped in and brought {him} back
              up the steep hill/{he} could not come down again/climbed up and carried {him} down
            exciting:
              At first it was fun.
              It was quiet there, and a little strange.
              {He} saw many new things.
            listen:
              I should have listened.
              I will listen next time.
              I will not do it again.
            listenMoral:
              {Hero} learned to listen to {his} {elder}.
              From that day on, {hero} was more careful.
              {Hero} learned that it is wise to be careful.
            newcomer:
              {game:=game}{day} there was someone new at the {place}. It was {aShy} {friendKind} named {friend}. {Friend} sat alone and did not say a word. {shy} The others played and did not look at {fhim}.|{Hero} walked over. "Hello, I am {hero}," {he} said. "Do you want to {game} with us?" {Friend} looked up. "I do not know how," {fhe} said. "That is okay," said {hero}. "I will show you."|So {hero} showed {friend} how to {game}. Soon {friend} laughed, and the others came, too. {bothHappy} {together} {newMoral}
            aShy:
              a
              a
              a shy
              a small
            game:
              play ball
              fly a kite
              skip stones
              jump over the rope
              play hide and seek
              build a sand castle
              catch the frog
            shy:
              {Fhe} was very shy.
              {Fhe} looked at the ground.
              {Fhe} did not know anyone.
            newMoral:
              {Hero} had made a new friend.
              It only takes one kind word to make a friend.
              {Hero} learned that a new friend is only a hello away.
            birthday:
              {gift:=gift}It was the birthday of {hero}, but nobody said a word about it. {His} mom was busy. {His} dad was out. {Friend} did not want to play. "They all forgot," said {hero}. {sad}|In the evening {hero} came home. The house was dark. {He} opened the door. "Surprise!" shouted everyone. There were {guests}, and there was {friend} with {gift}. "Did you think that we forgot?" asked {friend}.|{happy} They ate cake and sang songs. "This is the best day ever," said {hero}. {birthdayMoral}
            guests:
              {his} mom and dad
              {his} mom, {his} dad, and all {his} friends
              balloons, and a cake, and {his} mom and dad
            gift:
              a {color} kite
              a toy boat
              a {color} scarf
              a big book
              a tiny drum
              a {color} ball
              a box of paints
            birthdayMoral:
              {Hero} knew that friends do not forget.
              {Hero} had never been so happy before.
              The end.
            found:
              {find,someone,owner:=finds}{day} {hero} walked along the road and found {find}. "How pretty!" {he} said. "I want to keep it." {He} put it in {his} pocket. Then {he} saw {someone}. {Owner} looked here and there and was very sad.|"What are you looking for?" asked {hero}. "I lost {find}," said {owner}. "I have looked all day." {Hero} wanted to keep it. {think} Then {he} took it out of {his} pocket. "Is it this?" {he} asked.|{OwnerHappy} "Thank you! You are a good {kind}," said {owner}. {happy} {honestMoral}
            finds:
              a gold ring/an old woman/the old woman
              a silver coin/a poor man/the poor man
              a small key/the baker/the baker
              a shiny watch/the farmer/the farmer
              a little purse/a young woman/the young woman
              a pair of glasses/an old man/the old man
            think:
              But {he} knew that it was not right.
              {He} thought about it for a while.
              But it was not {his}.
            ownerHappy:
              {Owner} was very happy.
              {Owner} cried with joy.
              {Owner} smiled and smiled.
            honestMoral:
              {Hero} learned that it feels good to do the right thing.
              {Hero} went home with empty pockets and a full heart.
              It is better to give back than to keep.
            """;

    private StoryPlots() {}
}
