package microgpt.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EmbeddingsTest {
    private static final int[] TOKENS = {4, 0, 4, 2, 1, 4};

    @Test
    void looksRowsUp() {
        Bench bench = new Bench(1);
        Tensor wte = bench.random(5, 3);
        Tensor out = bench.random(6, 3);
        bench.on.embed(out, wte, TOKENS);
        for (int r = 0; r < 6; r++) {
            for (int c = 0; c < 3; c++) {
                assertEquals(wte.get(TOKENS[r], c), out.get(r, c));
            }
        }
    }

    @Test
    void tokenGradientsMatchFiniteDifferences() {
        Bench bench = new Bench(2);
        Tensor wte = bench.random(5, 3);
        Tensor out = bench.zeros(6, 3);
        Tensor dout = bench.random(6, 3);
        Tensor dwte = bench.gradientOf(wte);
        bench.on.embedBackward(dwte, dout, TOKENS);
        Bench.checkGradient("wte", wte, dwte, () -> {
            bench.on.embed(out, wte, TOKENS);
            return Bench.dot(out, dout);
        });
    }

    @Test
    void positionGradientsMatchFiniteDifferences() {
        Bench bench = new Bench(3);
        Tensor wpe = bench.random(3, 5);
        Tensor x = bench.zeros(6, 5);
        Tensor dx = bench.random(6, 5);
        Tensor dwpe = bench.gradientOf(wpe);
        bench.on.addPositionsBackward(dwpe, dx, 2);
        Bench.checkGradient("wpe", wpe, dwpe, () -> {
            bench.on.fill(x, 0.5f);
            bench.on.addPositions(x, wpe, 2);
            return Bench.dot(x, dx);
        });
    }

    @Test
    void positionsStartAgainInEverySequence() {
        Bench bench = new Bench(4);
        Tensor wpe = bench.random(9, 2);
        Tensor x = bench.zeros(6, 2);
        bench.on.addPositions(x, wpe, 3);
        float[] once = wpe.firstRows(2).toArray();
        for (int b = 0; b < 3; b++) {
            Tensor sequence = new Tensor(x.memory(), x.offset() + b * 4, 2, 2);
            assertArrayEquals(once, sequence.toArray());
        }
    }
}
