package microgpt.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

class SumTreeTest {
    @Test
    void theTotalIsTheSumAfterManyUpdates() {
        SumTree tree = new SumTree();
        double[] plain = new double[300];
        Rng rng = Rng.seeded(1);
        for (int i = 0; i < 100_000; i++) {
            int leaf = rng.nextInt(plain.length);
            plain[leaf] = rng.nextDouble();
            tree.set(leaf, plain[leaf]);
        }
        double sum = 0;
        for (double weight : plain) {
            sum += weight;
        }
        assertEquals(sum, tree.total(), 1e-10);
    }

    @Test
    void growingKeepsWhatIsThere() {
        SumTree tree = new SumTree();
        for (int leaf = 0; leaf < 100; leaf++) {
            tree.set(leaf, leaf + 1);
            assertEquals((leaf + 1) * (leaf + 2) / 2.0, tree.total());
        }
        assertEquals(0, tree.find(0));
        assertEquals(99, tree.find(0.999999));
    }

    @Test
    void aShareFindsTheLeafThatCoversIt() {
        SumTree tree = new SumTree();
        for (int leaf = 0; leaf < 4; leaf++) {
            tree.set(leaf, leaf + 1); // covers 0-.1, .1-.3, .3-.6, .6-1
        }
        assertEquals(0, tree.find(0.05));
        assertEquals(1, tree.find(0.15));
        assertEquals(2, tree.find(0.55));
        assertEquals(3, tree.find(0.65));
    }

    @Test
    void aLeafThatWeighsNothingIsNeverFound() {
        SumTree tree = new SumTree();
        double[] weights = {0, 1, 0, 0, 2, 0, 0};
        for (int leaf = 0; leaf < weights.length; leaf++) {
            tree.set(leaf, weights[leaf]);
        }
        for (double share : new double[] {0, 0.33, 1.0 / 3, 0.34, 0.5, Math.nextDown(1.0), 1}) {
            assertNotEquals(0, weights[tree.find(share)], "share " + share);
        }
    }
}
