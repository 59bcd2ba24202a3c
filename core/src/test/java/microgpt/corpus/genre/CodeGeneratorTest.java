package microgpt.corpus.genre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class CodeGeneratorTest {
    private static final Pattern NAME = Pattern.compile("\\b[a-z]+\\b");
    private static final Set<String> KEYWORDS = Set.of("let", "if", "else", "while", "for", "in", "return");
    private static final Pattern HEAD = Pattern.compile("fn [a-z]+_[a-z]+\\(([a-z, ]+)\\) \\{");

    @Test
    void blocksAreBalancedAndIndentedByTheirDepth() {
        int depth = 0;
        for (String line : Lines.of(Genre.CODE, 500)) {
            if (line.isEmpty()) {
                assertEquals(0, depth);
                continue;
            }
            String code = line.stripLeading();
            if (code.startsWith("}")) {
                depth--;
            }
            assertEquals(2 * depth, line.length() - code.length(), line);
            if (code.endsWith("{")) {
                depth++;
            }
            assertTrue(code.endsWith("{") || code.endsWith("}") || code.endsWith(";"), line);
        }
    }

    @Test
    void everyNameIsDeclaredBeforeItIsUsed() {
        Deque<Set<String>> blocks = new ArrayDeque<>();
        for (String line : Lines.of(Genre.CODE, 500)) {
            String code = line.stripLeading();
            if (code.startsWith("}")) {
                blocks.pop();
            }
            Set<String> declared = declared(code);
            if (code.endsWith("{")) {
                blocks.push(declared);
            } else if (!declared.isEmpty()) {
                blocks.element().addAll(declared);
            }
            Matcher name = NAME.matcher(code.startsWith("fn ") ? "" : code);
            while (name.find()) {
                String used = name.group();
                assertTrue(KEYWORDS.contains(used) || blocks.stream().anyMatch(b -> b.contains(used)), line);
            }
        }
    }

    private static Set<String> declared(String code) {
        Matcher head = HEAD.matcher(code);
        if (head.matches()) {
            return new HashSet<>(List.of(head.group(1).split(", ", -1)));
        }
        List<String> words = List.of(code.split(" ", -1));
        boolean declares = words.get(0).equals("let") || words.get(0).equals("for");
        return declares ? new HashSet<>(Set.of(words.get(1))) : new HashSet<>();
    }
}
