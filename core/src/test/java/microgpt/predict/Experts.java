package microgpt.predict;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/** Small experts for tests. */
final class Experts {
    private Experts() {}

    /** Gives the byte that comes the same high probability always. */
    static final class Prophet implements Expert {
        private final byte[] bytes;
        private final float sure;
        private int at;

        Prophet(byte[] bytes, float sure) {
            this.bytes = bytes;
            this.sure = sure;
        }

        /** How many bytes it was told. */
        int told() {
            return at;
        }

        @Override
        public void peek(float[] probs) {
            peekAfter(bytes, 0, probs);
        }

        @Override
        public void peekAfter(byte[] supposed, int count, float[] probs) {
            Arrays.fill(probs, (1 - sure) / 255);
            probs[bytes[at + count] & 0xff] = sure;
        }

        @Override
        public double observe(int next) {
            at++;
            return Chance.bits(sure);
        }

        @Override
        public void save(Snapshot into) {}

        @Override
        public void restore(Snapshot from) {}
    }

    /** Has a favourite that changes between two bytes whenever someone says so. */
    static final class Fickle implements Expert {
        private int favourite;

        void prefer(int next) {
            favourite = next;
        }

        @Override
        public void peek(float[] probs) {
            Arrays.fill(probs, 0.1f / 255);
            probs[favourite] = 0.9f;
        }

        @Override
        public void peekAfter(byte[] supposed, int count, float[] probs) {
            peek(probs);
        }

        @Override
        public double observe(int next) {
            return Chance.bits(next == favourite ? 0.9f : 0.1f / 255);
        }

        @Override
        public void save(Snapshot into) {
            into.put("favourite", favourite);
        }

        @Override
        public void restore(Snapshot from) {
            favourite = from.integer("favourite", 0, 0, 255);
        }
    }

    /** Counts single bytes. */
    static final class Frequencies implements Expert {
        private final float[] counts = new float[256];
        private float sum = 256;

        Frequencies() {
            Arrays.fill(counts, 1);
        }

        @Override
        public void peek(float[] probs) {
            for (int b = 0; b < 256; b++) {
                probs[b] = counts[b] / sum;
            }
        }

        @Override
        public void peekAfter(byte[] supposed, int count, float[] probs) {
            peek(probs);
        }

        @Override
        public double observe(int next) {
            double bits = Chance.bits(counts[next] / sum);
            counts[next]++;
            sum++;
            return bits;
        }

        @Override
        public void save(Snapshot into) {
            into.put("other", counts.clone());
        }

        @Override
        public void restore(Snapshot from) {
            System.arraycopy(from.floats("other"), 0, counts, 0, 256);
            sum = 0;
            for (float count : counts) {
                sum += count;
            }
        }
    }
}
