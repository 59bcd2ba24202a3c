package microgpt.names;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CharactersTest {
    @Test
    void tokensAreInOrderOfCodePoints() {
        Characters characters = new Characters(List.of("cab", "b"));
        assertEquals(4, characters.size());
        assertArrayEquals(new int[] {3, 2, 0, 1, 3}, characters.document("cab"));
    }

    @Test
    void aCharacterBeyondTheBasicPlaneIsOneToken() {
        Characters characters = new Characters(List.of("a\uD83D\uDE00b"));
        assertEquals(4, characters.size());
        assertArrayEquals(new int[] {2, 1}, characters.tokens("\uD83D\uDE00b"));
        assertEquals("\uD83D\uDE00", characters.text(2));
    }

    @Test
    void anUnknownCharacterIsNamed() {
        Characters characters = new Characters(List.of("ab"));
        assertEquals(
                "the character z of az is in none of the texts learned",
                assertThrows(IllegalArgumentException.class, () -> characters.tokens("az"))
                        .getMessage());
    }
}
