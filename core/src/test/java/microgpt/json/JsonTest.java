package microgpt.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(ints = {65, 3_000, 100_000})
    void whatNestsTooDeeplyIsRefusedWithItsPlace(int depth) {
        for (String bracket : new String[] {"[", "{\"a\":", " [ "}) {
            assertTrue(complaint(bracket.repeat(depth)).endsWith(": brackets must not nest deeper than 64"));
        }
        assertEquals("line 2, column 65: brackets must not nest deeper than 64", complaint("\n" + "[".repeat(depth)));
    }

    @Test
    void whatNestsALittleIsRead() {
        assertEquals(1, size("[".repeat(64) + "]".repeat(64)));
        assertEquals(200, size("[" + "[[]],".repeat(199) + "[]]"));
        assertEquals(
                "[".repeat(100) + "\"]",
                Json.object("{\"a\": \"" + "[".repeat(100) + "\\\"]\"}").get("a"));
    }

    @Test
    void aKeyGivenTwiceIsNamedWithWhereItIs() {
        assertEquals("line 1, column 9: key \"a\" is given twice", complaint("{\"a\":1, \"a\":2}"));
        assertEquals(
                "line 2, column 18: key \"a.b.c\" is given twice",
                complaint("{\"x\":1,\n\"a\":{\"b\":[{\"c\":1,\"c\":2}]}}"));
        assertEquals("line 1, column 9: key \"a\" is given twice", complaint("{\"a\":1, \"\\u0061\":2}"));
        assertEquals("line 1, column 10: key \"\n\" is given twice", complaint("{\"\\n\":1, \"\\u000A\":2}"));
        assertEquals(2, size("[{\"a\":{\"a\":1}},{\"a\":\"a\"}]"));
    }

    @Test
    void moreValuesThanAnythingHasAreRefused() {
        String complaint = complaint("[" + "[],".repeat(600_000) + "[]]");
        assertTrue(complaint.endsWith(": expected at most 1048576 values"), complaint);
    }

    @Test
    void whatIsNoJsonIsRefusedByTheParser() {
        for (String bad :
                new String[] {"", "{", "[}", "]", "\"", "{\"a\":1,}", "{\"a\" 1}", "nul", "01", "1 2", "{\"a"}) {
            assertTrue(complaint(bad).contains(": not JSON: "), bad);
        }
        assertEquals("line 1, column 1: expected a JSON object", complaintOfObject("[]"));
        assertTrue(complaint("x".repeat(100_000)).length() < 200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"n\": 1.9} | key \"n\" must be a whole number from 1 to 9, found 1.9",
                "{\"n\": 4294967297} | key \"n\" must be a whole number from 1 to 9, found 4294967297",
                "{\"n\": 18446744073709551617} | key \"n\" must be a whole number from 1 to 9, found 18446744073709551617",
                "{\"n\": 1e0} | key \"n\" must be a whole number from 1 to 9, found 1e0",
                "{\"n\": \"1\"} | key \"n\" must be a whole number from 1 to 9, found \"1\"",
                "{\"n\": null} | key \"n\" must be a whole number from 1 to 9, found null",
                "{\"m\": 1} | missing key \"n\", expected a whole number from 1 to 9",
            })
    void whatIsNoWholeNumberIsNeverMadeOne(String json, String complaint) {
        JsonFields fields = new JsonFields(Json.object(json));
        assertEquals(
                complaint,
                assertThrows(IllegalArgumentException.class, () -> fields.whole("n", 1, 9))
                        .getMessage());
    }

    @Test
    void valuesHaveTheTypesTheyWereWrittenWith() {
        JsonFields fields = new JsonFields(Json.object("{\"n\":9,\"x\":1e2,\"t\":\"t\",\"f\":true,\"o\":{},\"a\":[]}"));
        assertEquals(9, fields.whole("n", 1, 9));
        assertEquals(100, fields.number("x"));
        assertEquals("t", fields.text("t"));
        assertTrue(fields.flag("f")
                && fields.object("o").isEmpty()
                && fields.array("a").isEmpty());
        for (String other : new String[] {"n", "none"}) {
            assertThrows(IllegalArgumentException.class, () -> fields.text(other));
            assertThrows(IllegalArgumentException.class, () -> fields.flag(other));
            assertThrows(IllegalArgumentException.class, () -> fields.object(other));
            assertThrows(IllegalArgumentException.class, () -> fields.array(other));
        }
        JsonFields infinite = new JsonFields(Json.object("{\"x\":1e999}"));
        assertEquals(
                "key \"x\" must be a number, found 1e999",
                assertThrows(IllegalArgumentException.class, () -> infinite.number("x"))
                        .getMessage());
    }

    private static int size(String json) {
        return Json.any(json) instanceof JsonArray list ? list.size() : -1;
    }

    private static String complaint(String json) {
        return String.valueOf(
                assertThrows(JsonException.class, () -> Json.any(json)).getMessage());
    }

    private static String complaintOfObject(String json) {
        return String.valueOf(
                assertThrows(JsonException.class, () -> Json.object(json)).getMessage());
    }
}
