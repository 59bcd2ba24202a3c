package microgpt.corpus.genre;

import static java.util.Collections.disjoint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StoryGeneratorTest {
    private static final List<String> NAMES = Stream.concat(
                    Arrays.stream(StoryWords.GIRLS), Arrays.stream(StoryWords.BOYS))
            .toList();

    private static List<String> stories(int count) {
        return Arrays.stream(Lines.text(Genre.STORIES, 2, count).split("\n\n", -1))
                .filter(story -> !story.isEmpty())
                .toList();
    }

    private static List<String> words(String story) {
        return List.of(story.split("[^A-Za-z]+", -1));
    }

    /** The named people in order of appearance. */
    private static List<String> cast(String story) {
        return words(story).stream().filter(NAMES::contains).distinct().toList();
    }

    @Test
    void storiesHaveParagraphsAndEndWithASentence() {
        for (String story : stories(500)) {
            assertTrue(story.matches("(?s)[A-Z].{300,1500}[.!]\"?"), story);
            assertTrue(story.lines().count() >= 3, story);
            assertTrue(story.chars().noneMatch(c -> c == '{' || c == '/'), story);
            assertEquals(0, story.chars().filter(c -> c == '"').count() % 2, story);
        }
    }

    @Test
    void oneOrTwoNamedPeopleTakePartAndTheFirstIsTheHero() {
        for (String story : stories(500)) {
            List<String> cast = cast(story);
            assertTrue(!cast.isEmpty() && cast.size() <= 2, story);
            assertTrue(Collections.frequency(words(story), cast.get(0)) >= 4, story);
        }
    }

    @Test
    void pronounsAgreeWithTheHero() {
        Set<String> girls = Set.of(StoryWords.GIRLS);
        for (String story : stories(1_000)) {
            Set<String> words = new HashSet<>(words(story));
            boolean female = cast(story).stream().anyMatch(girls::contains)
                    || !disjoint(words, List.of("mom", "grandma", "sister", "woman"));
            boolean male = !girls.containsAll(cast(story))
                    || !disjoint(words, List.of("dad", "grandpa", "brother", "man", "baker", "farmer"));
            assertTrue(female || disjoint(words, List.of("she", "She", "her", "Her")), story);
            assertTrue(male || disjoint(words, List.of("he", "He", "him", "his", "His")), story);
        }
    }

    @Test
    void hardlyAnyStoryIsToldTwice() {
        assertTrue(new HashSet<>(stories(1_000)).size() > 995);
    }
}
