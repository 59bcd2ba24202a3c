package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected numbers are CPython's (3.11). */
class PythonDrawsTest {
    @Test
    void uniformDrawsAreThoseOfRandom() {
        Draws draws = new PythonDraws(42);
        assertEquals(0.6394267984578837, draws.uniform());
        assertEquals(0.025010755222666936, draws.uniform());
        assertEquals(0.27502931836911926, draws.uniform());
        assertEquals(0.6744750084019356, new PythonDraws(123456789012345L).uniform());
        assertEquals(0.6394267984578837, new PythonDraws(-42).uniform());
    }

    @Test
    void normalDrawsComeInPairs() {
        Draws draws = new PythonDraws(7);
        assertEquals(-0.2558802884476004, draws.gaussian(), 1e-14);
        assertEquals(0.511431512516514, draws.gaussian(), 1e-14);
        assertEquals(-0.2260961647831047, draws.gaussian(), 1e-14);
        assertEquals(0.5358820043066892, draws.uniform());
    }

    @Test
    void shufflesAndChoosesAsPythonDoes() {
        Draws draws = new PythonDraws(1);
        List<String> letters = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
        draws.shuffle(letters);
        assertEquals("gijhfdaebc", String.join("", letters));
        StringBuilder chosen = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            chosen.append(draws.choose(new double[] {1, 2, 3, 4}));
        }
        assertEquals("3003230231", chosen.toString());
    }

    @Test
    void goesOnWhereItWasTwinIncluded() {
        Draws draws = new PythonDraws(3);
        draws.gaussian();
        Draws other = new PythonDraws(4);
        other.restore(draws.state());
        for (int i = 0; i < 1000; i++) {
            assertEquals(draws.gaussian(), other.gaussian());
        }
    }
}
