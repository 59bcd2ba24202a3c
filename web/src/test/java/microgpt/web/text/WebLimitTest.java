package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebLimitTest {
    @Test
    void megabytesBecomeBytes() {
        assertEquals(new WebLimit(2_000_000, ""), WebLimit.parse("2"));
        assertEquals(new WebLimit(10_000, ""), WebLimit.parse(" 0.01 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "51", "NaN", "1e400", "two"})
    void whatCannotBeIsRefusedWithWhatCan(String field) {
        WebLimit refused = WebLimit.parse(field);
        assertEquals(0, refused.bytes());
        assertTrue(refused.complaint().contains("0.01 to 50 MB"), refused.complaint());
        assertTrue(refused.complaint().contains(field), refused.complaint());
    }

    @Test
    void anEmptyFieldIsNamed() {
        assertTrue(WebLimit.parse("").complaint().contains("nothing"));
    }
}
