package microgpt.web.race;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import microgpt.numeric.DownsampledSeries;
import microgpt.numeric.DownsampledSeries.Keep;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.Reals;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.RecentBytes;

/** All that is known of a race: what the bytes that everyone has read cost each. It holds a bounded memory. */
final class RaceRecord {
    /** Curves have a value so often, wherever reports begin and end. */
    private static final int CURVE_BYTES = 16;

    private static final int COLUMNS = 800;
    private static final int RECENT = 4096;

    private final Score[] scores;
    private final Pairing[] pairings;
    private final CostsAhead[] ahead;
    private final DownsampledSeries series;
    private final double[] point;
    private final RecentBytes recent = new RecentBytes(RECENT);
    private final ByteArrayOutputStream bytesAhead = new ByteArrayOutputStream();
    private long position;

    RaceRecord(int contenders) {
        scores = new Score[contenders];
        pairings = new Pairing[contenders];
        ahead = new CostsAhead[contenders];
        for (int i = 0; i < contenders; i++) {
            scores[i] = new Score();
            pairings[i] = new Pairing();
            ahead[i] = new CostsAhead();
        }
        point = new double[2 * contenders];
        Keep[] keeps = new Keep[point.length];
        Arrays.fill(keeps, Keep.LAST);
        series = new DownsampledSeries(COLUMNS, CURVE_BYTES, keeps);
    }

    int size() {
        return scores.length;
    }

    /** A contender has read on; the bytes are the same for all. */
    void add(int contender, Bytes bytes, Reals bits) {
        if (contender == 0) {
            byte[] values = bytes.toArray();
            bytesAhead.write(values, 0, values.length);
        }
        ahead[contender].add(bits);
        int common = Integer.MAX_VALUE;
        for (CostsAhead each : ahead) {
            common = Math.min(common, each.size());
        }
        if (common > 0) {
            take(common);
        }
    }

    private void take(int count) {
        byte[] all = bytesAhead.toByteArray();
        bytesAhead.reset();
        bytesAhead.write(all, count, all.length - count);
        byte[] bytes = Arrays.copyOf(all, count);
        double[][] costs = new double[scores.length][];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = ahead[i].take(count);
        }
        for (int k = 0; k < count; k++) {
            read(bytes[k] & 255, costs, k);
        }
        remember(bytes, costs);
    }

    private void read(int value, double[][] costs, int k) {
        for (int i = 0; i < scores.length; i++) {
            scores[i].add(costs[i][k]);
            if (i > 0) {
                pairings[i].add(position, value, costs[0][k], costs[i][k]);
            }
        }
        position++;
        if (position % CURVE_BYTES == 0) {
            for (int i = 0; i < scores.length; i++) {
                point[2 * i] = scores[i].mean();
                point[2 * i + 1] = scores[i].average();
            }
            series.add(position, point);
        }
    }

    private void remember(byte[] bytes, double[][] costs) {
        List<LabReport.Costs> others = new ArrayList<>();
        for (int i = 1; i < costs.length; i++) {
            others.add(new LabReport.Costs(Lineup.letter(i), floats(costs[i])));
        }
        recent.add(new LabReport.Read(0, position, Bytes.of(bytes), floats(costs[0]), others));
    }

    private static Floats floats(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return Floats.of(rounded);
    }

    /** How many bytes everyone has read. */
    long position() {
        return position;
    }

    Score score(int contender) {
        return scores[contender];
    }

    /** A contender beside the first. */
    Pairing pairing(int contender) {
        return pairings[contender];
    }

    /** The newest bytes that everyone has read, with what they cost the first; what they cost others by their letters. */
    RecentBytes recent() {
        return recent;
    }

    /** The places at which there are curves. */
    double[] positions() {
        return series.ends();
    }

    double[] means(int contender) {
        return series.values(2 * contender);
    }

    double[] averages(int contender) {
        return series.values(2 * contender + 1);
    }

    /** The column of the curves nearest to a place; -1 if there is none. */
    int nearest(double place) {
        return series.nearest(place);
    }
}
