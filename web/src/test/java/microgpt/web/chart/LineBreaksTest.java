package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreaksTest {
    @Test
    void aTextIsBrokenAtItsBlanks() {
        assertEquals(List.of("one two", "three"), LineBreaks.of("one two\n three", 3, line -> line.length() <= 8));
        assertEquals(List.of(), LineBreaks.of("  ", 3, line -> true));
    }

    @Test
    void whatIsLeftOutIsSaid() {
        assertEquals(List.of("one two", "three …"), LineBreaks.of("one two three four", 2, line -> line.length() <= 8));
    }

    @Test
    void aLineIsCutSoThatTheEllipsisFits() {
        assertEquals(List.of("abcdef …"), LineBreaks.of("abcdefgh xyz", 1, line -> line.length() <= 8));
    }
}
