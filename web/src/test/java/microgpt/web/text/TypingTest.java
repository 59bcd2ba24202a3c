package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TypingTest {
    @Test
    void whatIsTypedAtTheEndIsNew() {
        assertEquals("c", Typing.inserted("ab", "abc"));
        assertEquals("a", Typing.inserted("aa", "aaa"));
        assertEquals("héllo", Typing.inserted("", "héllo"));
    }

    @Test
    void whatIsTypedInTheMiddleIsNew() {
        assertEquals("XY", Typing.inserted("abcd", "abXYcd"));
        assertEquals("Q", Typing.inserted("abcd", "aQd"));
    }

    @Test
    void whatGoesIsNotTyped() {
        assertEquals("", Typing.inserted("abc", "ab"));
        assertEquals("", Typing.inserted("aaa", "aa"));
        assertEquals("", Typing.inserted("abc", ""));
    }
}
