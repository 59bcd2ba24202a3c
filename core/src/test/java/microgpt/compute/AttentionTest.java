package microgpt.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import microgpt.numeric.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionTest {
    /** The inputs and outputs of one call: B sequences of T positions, H heads of D channels. */
    private record Call(
            Bench bench,
            int heads,
            int batch,
            Tensor out,
            Tensor weights,
            Tensor qkv,
            @Nullable Tensor bias) {
        void forward() {
            bench.on.attention(out, weights, qkv, bias, heads, batch);
        }
    }

    private static Call call(int seed, int batch, int length, int heads, int channels, int biasLength) {
        Bench bench = new Bench(seed);
        int width = heads * channels;
        return new Call(
                bench,
                heads,
                batch,
                bench.random(batch * length, width),
                bench.random(batch * heads * length, length),
                bench.random(batch * length, 3 * width),
                biasLength == 0 ? null : bench.random(heads, biasLength));
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,1,0", "2,5,3,2,0", "1,9,1,4,11", "3,4,2,5,4", "1,6,2,3,6"})
    void equalsANaiveLoop(int batch, int length, int heads, int channels, int biasLength) {
        Call call = call(1, batch, length, heads, channels, biasLength);
        call.forward();
        for (int b = 0; b < batch; b++) {
            for (int h = 0; h < heads; h++) {
                for (int t = 0; t < length; t++) {
                    checkRow(call, length, channels, b, h, t);
                }
            }
        }
    }

    private static void checkRow(Call call, int length, int channels, int b, int h, int t) {
        int width = call.heads() * channels;
        double[] weights = new double[length];
        double sum = 0;
        for (int s = 0; s <= t; s++) {
            double score = 0;
            for (int i = h * channels; i < (h + 1) * channels; i++) {
                score += (double) call.qkv().get(b * length + t, i) * call.qkv().get(b * length + s, width + i);
            }
            score = score / Math.sqrt(channels)
                    + (call.bias() == null ? 0 : call.bias().get(h, t - s));
            weights[s] = Math.exp(score);
            sum += weights[s];
        }
        for (int s = 0; s < length; s++) {
            assertEquals(weights[s] / sum, call.weights().get((b * call.heads() + h) * length + t, s), 1e-6);
        }
        for (int i = h * channels; i < (h + 1) * channels; i++) {
            double mixed = 0;
            for (int s = 0; s <= t; s++) {
                mixed += weights[s] / sum * call.qkv().get(b * length + s, 2 * width + i);
            }
            assertEquals(mixed, call.out().get(b * length + t, i), 1e-5);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,2,1,1,0", "2,5,3,2,7", "1,8,2,4,8"})
    void gradientsMatchFiniteDifferences(int batch, int length, int heads, int channels, int biasLength) {
        Call call = call(2, batch, length, heads, channels, biasLength);
        Bench bench = call.bench();
        Tensor dout = bench.random(batch * length, heads * channels);
        Tensor dqkv = bench.gradientOf(call.qkv());
        Tensor bias = call.bias();
        Tensor dbias = bias == null ? null : bench.gradientOf(bias);
        Tensor scratch = bench.random(call.weights().rows(), length);
        call.forward();
        bench.on.attentionBackward(dqkv, dbias, scratch, dout, call.weights(), call.qkv(), heads, batch);
        Bench.checkGradient("qkv", call.qkv(), dqkv, () -> loss(call, dout));
        if (bias != null && dbias != null) {
            Bench.checkGradient("relativeBias", bias, dbias, () -> loss(call, dout));
        }
    }

    private static double loss(Call call, Tensor dout) {
        call.forward();
        return Bench.dot(call.out(), dout);
    }

    @Test
    void aPositionSeesNothingBehindIt() {
        Call call = call(3, 1, 7, 2, 4, 0);
        call.forward();
        float[] before = call.out().toArray();
        for (int changed = 6; changed > 0; changed--) {
            call.qkv().set(changed, 1, 9);
            call.qkv().set(changed, 9, 9);
            call.qkv().set(changed, 17, 9);
            call.forward();
            int same = changed * 8;
            assertArrayEquals(
                    Arrays.copyOf(before, same), Arrays.copyOf(call.out().toArray(), same));
        }
    }

    @Test
    void aShorterWindowIsThePrefixOfALongerOne() {
        Call longer = call(4, 1, 11, 3, 5, 11);
        longer.forward();
        for (int length = 1; length < 11; length++) {
            Tensor out = longer.bench().zeros(length, 15);
            Tensor weights = longer.bench().zeros(3 * length, length);
            longer.bench().on.attention(out, weights, longer.qkv().firstRows(length), longer.bias(), 3, 1);
            assertArrayEquals(Arrays.copyOf(longer.out().toArray(), length * 15), out.toArray());
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,0", "5,3,2,0", "9,1,4,11", "4,2,5,4"})
    void theLastRowAloneIsThatOfAll(int length, int heads, int channels, int biasLength) {
        Call all = call(5, 1, length, heads, channels, biasLength);
        all.forward();
        Tensor out = all.bench().random(1, heads * channels);
        Tensor weights = all.bench().random(heads, length);
        all.bench().on.attentionOfLast(out, weights, all.qkv(), all.bias(), heads);
        assertArrayEquals(all.out().row(length - 1).toArray(), out.toArray());
        for (int h = 0; h < heads; h++) {
            assertArrayEquals(
                    all.weights().row((h + 1) * length - 1).toArray(),
                    weights.row(h).toArray());
        }
    }
}
