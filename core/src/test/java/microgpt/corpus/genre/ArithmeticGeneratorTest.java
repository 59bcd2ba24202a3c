package microgpt.corpus.genre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ArithmeticGeneratorTest {
    private static final Pattern FACT = Pattern.compile("(\\d+) ([-+*/]) (\\d+) = (\\d+)");

    @Test
    void everyFactIsTrue() {
        for (String line : Lines.of(Genre.ARITHMETIC, 3_000)) {
            Matcher fact = FACT.matcher(line);
            assertTrue(fact.matches(), line);
            int left = Integer.parseInt(fact.group(1));
            int right = Integer.parseInt(fact.group(3));
            int result = Integer.parseInt(fact.group(4));
            switch (fact.group(2).charAt(0)) {
                case '+' -> assertEquals(left + right, result, line);
                case '-' -> assertEquals(left - right, result, line);
                case '*' -> assertEquals(left * right, result, line);
                default -> assertEquals(left, result * right, line);
            }
        }
    }
}
