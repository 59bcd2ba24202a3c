package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MulberryDrawsTest {
    @Test
    void uniformDrawsAreThoseOfMulberry32() {
        Draws draws = new MulberryDraws(42);
        assertEquals(0.6011037519201636, draws.uniform());
        assertEquals(0.44829055899754167, draws.uniform());
        assertEquals(0.8524657934904099, draws.uniform());
        assertEquals(0.6697340414393693, draws.uniform());
        assertEquals(0.17481389874592423, draws.uniform());
    }

    @Test
    void normalDrawsTakeTwoUniformOnesEach() {
        Draws draws = new MulberryDraws(42);
        assertEquals(-0.956162229384149, draws.gaussian(), 1e-14);
        assertEquals(-0.2730261048826104, draws.gaussian(), 1e-14);
        assertEquals(-1.8416271847835968, draws.gaussian(), 1e-14);
    }

    @Test
    void shufflesFromTheEnd() {
        List<String> names = new ArrayList<>(List.of("alice", "bob", "charlie", "david", "emma", "frank"));
        new MulberryDraws(42).shuffle(names);
        assertEquals(List.of("bob", "alice", "emma", "frank", "charlie", "david"), names);
    }

    @Test
    void goesOnWhereItWas() {
        Draws draws = new MulberryDraws(3);
        draws.uniform();
        Draws other = new MulberryDraws(4);
        other.restore(draws.state());
        assertEquals(draws.uniform(), other.uniform());
    }

    @Test
    void neverChoosesWhatHasNoWeight() {
        Draws draws = new MulberryDraws(5);
        for (int i = 0; i < 1000; i++) {
            assertEquals(1, draws.choose(new double[] {0, 2, 0}));
        }
    }
}
