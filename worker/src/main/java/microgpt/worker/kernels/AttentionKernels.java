package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/**
 * Causal attention, one (sequence, head) at a time. The scores of a few rows at a time stay in scratch of the first-level
 * cache until they are weights; no tile beyond the diagonal is computed.
 */
final class AttentionKernels {
    private final int tileRows;
    private final Tiles tiles;
    private final Packing packing;
    private final Edges edges;
    private final Function softmax;
    private final Function softmaxBackward;

    private AttentionKernels(
            WasmModule module, Variant variant, Constants constants, Tiles tiles, Packing packing, Edges edges) {
        tileRows = variant.tileRows;
        this.tiles = tiles;
        this.packing = packing;
        this.edges = edges;
        softmax = AttentionRows.softmax(module, constants);
        softmaxBackward = AttentionRows.softmaxBackward(module);
    }

    static void define(
            WasmModule module, Variant variant, Constants constants, Tiles tiles, Packing packing, Edges edges) {
        AttentionKernels kernels = new AttentionKernels(module, variant, constants, tiles, packing, edges);
        Function scratch = module.export("attentionScratch"); // (positions, channels of a head)
        scratch.returns(Heads.scratchBytes(scratch.i32(), scratch.i32(), variant.tileRows));
        kernels.forward(module.export("attention"));
        kernels.forwardLast(module.export("attentionOfLast"));
        kernels.backward(module.export("attentionBackward"));
    }

    private void forward(Function f) {
        Heads at = new Heads(f, tileRows);
        Local t = f.local(Type.I32);
        Local rows = f.local(Type.I32);
        Expr keys = at.queries.plus(at.outRow);
        Expr values = keys.plus(at.outRow);
        at.each(() -> {
            at.readBiases();
            f.zeroBytes(at.weightsAt, at.positions.times(at.weightsRow)); // what lies above the diagonal stays so
            f.call(packing.fromColumns, at.panel(0), keys, at.qkvRow, at.positions, at.channels);
            f.call(packing.fromRows, at.panel(1), values, at.qkvRow, at.channels, at.positions);
            eachTile(at, t, rows, () -> {
                scores(at, t, rows, at.queries.plus(t.times(at.qkvRow)), at.qkvRow, at.panel(0));
                eachRow(
                        at,
                        t,
                        rows,
                        (score, weights, count) -> f.call(
                                softmax,
                                at.weightsAt.plus(weights),
                                score,
                                i32(0),
                                at.biases(count),
                                count,
                                at.positions,
                                at.scale));
                Local out = f.let(at.outAt.plus(t.times(at.outRow)));
                product(
                        at,
                        rows,
                        at.weightsAt.plus(t.times(at.weightsRow)),
                        at.panel(1),
                        new Sums(out, at.outRow, i32(Layout.ZEROS), i32(0), 0),
                        t.plus(rows));
            });
        });
    }

    /** The last row alone, of one sequence: nothing is worth packing. */
    private void forwardLast(Function f) {
        Heads at = new Heads(f, tileRows);
        Sweep sweep = new Sweep(f);
        Local s = f.local(Type.I32);
        Local row = f.local(Type.I32);
        Local from = f.local(Type.I32);
        Local other = f.local(Type.I32);
        Local score = f.local(Type.I32);
        Local query = f.local(Type.I32);
        at.each(() -> {
            at.readBiases();
            f.set(query, at.queries.plus(at.positions.minus(1).times(at.qkvRow)));
            f.set(row, at.queries.plus(at.outRow));
            f.set(score, at.scores);
            f.count(s, i32(0), at.positions, 1, () -> {
                f.set(from, query);
                f.set(other, row);
                sweep.begin(0f);
                sweep.over(at.channels, () -> sweep.sum(sweep.load(from).times(sweep.load(other))), from, other);
                f.store(score, 0, sweep.total().lane(0));
                f.add(row, at.qkvRow);
                f.set(score, score.plus(4));
            });
            Local weight = f.let(at.weights.plus(at.head.times(at.weightsRow)));
            Expr seen = at.positions;
            f.call(softmax, weight, at.scores, i32(0), at.biases(seen), seen, seen, at.scale);
            f.zeroBytes(at.outAt, at.channels.shiftedLeft(2));
            f.set(row, at.queries.plus(at.outRow).plus(at.outRow));
            f.count(s, i32(0), at.positions, 1, () -> {
                Local share = f.let(weight.loadSplat(0));
                f.set(from, row);
                f.set(other, at.outAt);
                sweep.over(
                        at.channels,
                        () -> sweep.store(other, sweep.load(other).plus(share.times(sweep.load(from)))),
                        from,
                        other);
                f.add(row, at.qkvRow);
                f.set(weight, weight.plus(4));
            });
        });
    }

    private void backward(Function f) {
        Heads at = new Heads(f, tileRows);
        Local t = f.local(Type.I32);
        Local rows = f.local(Type.I32);
        Expr keys = at.queries.plus(at.outRow);
        Expr values = keys.plus(at.outRow);
        at.each(() -> {
            at.clearBiases();
            f.zeroBytes(at.dweightsAt, at.positions.times(at.weightsRow)); // tiles read a little above the diagonal
            f.call(packing.fromColumns, at.panel(0), values, at.qkvRow, at.positions, at.channels);
            f.call(packing.fromRows, at.panel(1), keys, at.qkvRow, at.channels, at.positions);
            f.call(packing.fromRows, at.panel(2), at.queries, at.qkvRow, at.channels, at.positions);
            f.call(packing.fromRows, at.panel(3), at.outAt, at.outRow, at.channels, at.positions);
            eachTile(at, t, rows, () -> backwardToQueries(at, t, rows));
            eachTile(at, t, rows, () -> backwardToKeysAndValues(at, t, rows));
            at.addBiases();
        });
    }

    /** From dout to the gradients of the scores, left in dweights, and on to the queries and the relative bias. */
    private void backwardToQueries(Heads at, Local t, Local rows) {
        Function f = at.f;
        // in the forward pass this was: out = weights values
        scores(at, t, rows, at.outAt.plus(t.times(at.outRow)), at.outRow, at.panel(0));
        eachRow(
                at,
                t,
                rows,
                (score, weights, count) -> f.call(
                        softmaxBackward,
                        at.dweightsAt.plus(weights),
                        score,
                        at.weightsAt.plus(weights),
                        at.biases(count),
                        count,
                        at.positions,
                        at.scale));
        // in the forward pass this was: scores = queries keys^T
        Local into = f.let(at.dqueries.plus(t.times(at.qkvRow)));
        Expr dscores = at.dweightsAt.plus(t.times(at.weightsRow));
        product(at, rows, dscores, at.panel(1), new Sums(into, at.qkvRow, into, at.qkvRow, 32), t.plus(rows));
    }

    private void backwardToKeysAndValues(Heads at, Local s, Local rows) {
        Function f = at.f;
        Local diagonal = f.let(s.times(at.weightsRow).plus(s.shiftedLeft(2)));
        Local into = f.let(at.dqueries.plus(at.outRow).plus(s.times(at.qkvRow)));
        // in the forward pass this was: scores = queries keys^T
        Sums dkeys = new Sums(into, at.qkvRow, into, at.qkvRow, 32);
        transposedProduct(at, rows, at.dweightsAt.plus(diagonal), at.panel(2), s, dkeys);
        f.add(into, at.outRow);
        // in the forward pass this was: out = weights values
        Sums dvalues = new Sums(into, at.qkvRow, into, at.qkvRow, 32);
        transposedProduct(at, rows, at.weightsAt.plus(diagonal), at.panel(3), s, dvalues);
    }

    private void eachTile(Heads at, Local t, Local rows, Runnable body) {
        at.f.count(t, i32(0), at.positions, tileRows, () -> {
            Expr left = at.positions.minus(t);
            at.f.set(rows, left.ifElse(left.lessThan(i32(tileRows)), i32(tileRows)));
            body.run();
        });
    }

    private interface OneRow {
        /** Where the row's scores are, how far into the weights it begins, and how many keys it sees. */
        void at(Expr scores, Expr weights, Local count);
    }

    private static void eachRow(Heads at, Local t, Local rows, OneRow body) {
        Function f = at.f;
        Local score = f.let(at.scores);
        Local count = f.let(t.plus(1));
        f.loop(
                () -> {
                    body.at(score, count.minus(1).times(at.weightsRow), count);
                    f.add(score, at.scoresRow);
                    f.set(count, count.plus(1));
                },
                count.atMost(t.plus(rows)));
    }

    /** scores (rows, up to the diagonal) = a (rows, channels) times packed columns. */
    private void scores(Heads at, Local t, Local rows, Expr a, Expr lda, Expr panel) {
        Expr none = i32(0);
        at.f.call(
                tiles.byRows,
                rows,
                a,
                lda,
                none,
                panel,
                i32(Tiles.PANEL),
                at.channels.times(Tiles.PANEL),
                at.scores,
                at.scoresRow,
                i32(32),
                i32(Layout.ZEROS),
                none,
                none,
                at.channels,
                t.plus(rows).plus(7).shiftedRight(3));
    }

    /** Where sums go, and what they start from. */
    private record Sums(Expr into, Expr stride, Expr start, Expr startStride, int startStep) {}

    /** sums (rows, channels) from a (rows, depth), a slice of the weights, and packed rows. */
    private void product(Heads at, Local rows, Expr a, Expr panel, Sums sums, Expr depth) {
        perPanels(at, tiles.byRows, edges.byRows, rows, a, panel, sums, depth);
    }

    /** sums (rows, channels) from a (depth, rows), the weights from row {@code first} on, and packed rows from there on. */
    private void transposedProduct(Heads at, Local rows, Expr a, Expr panel, Local first, Sums sums) {
        Expr from = panel.plus(first.times(Tiles.PANEL));
        perPanels(at, tiles.byColumns, edges.byColumns, rows, a, from, sums, at.positions.minus(first));
    }

    private static void perPanels(
            Heads at, Function tile, Function edge, Local rows, Expr a, Expr panel, Sums sums, Expr depth) {
        Function f = at.f;
        Expr none = i32(0);
        Local whole = f.let(at.channels.shiftedRight(3));
        Expr panelStep = at.positions.times(Tiles.PANEL);
        f.when(
                whole,
                () -> f.call(
                        tile,
                        rows,
                        a,
                        at.weightsRow,
                        none,
                        panel,
                        i32(Tiles.PANEL),
                        panelStep,
                        sums.into,
                        sums.stride,
                        i32(32),
                        sums.start,
                        sums.startStride,
                        i32(sums.startStep),
                        depth,
                        whole));
        f.when(
                at.channels.and(i32(7)),
                () -> f.call(
                        edge,
                        at.channels.and(i32(7)),
                        rows,
                        a,
                        at.weightsRow,
                        panel.plus(whole.times(panelStep)),
                        i32(Tiles.PANEL),
                        sums.into.plus(whole.shiftedLeft(5)),
                        sums.stride,
                        sums.start.plus(whole.times(sums.startStep)),
                        sums.startStride,
                        depth));
    }
}
