package microgpt.corpus.genre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonGeneratorTest {
    @Test
    void everyLineIsAJsonRecordWithTheNextId() throws JsonParserException {
        List<String> lines = Lines.of(Genre.JSON, 1_000);
        for (int i = 0; i < lines.size(); i++) {
            JsonObject parsed = JsonParser.object().from(lines.get(i));
            assertEquals(List.of("id", "item", "color", "price", "tags", "buyer"), List.copyOf(parsed.keySet()));
            assertEquals(i + 1, parsed.getInt("id"));
            assertTrue(parsed.getDouble("price") >= 1);
            assertTrue(parsed.isNull("buyer") || parsed.getObject("buyer").getInt("age") >= 18);
        }
    }
}
