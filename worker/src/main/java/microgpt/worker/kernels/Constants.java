package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.i32;

import java.util.ArrayList;
import java.util.List;
import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.WasmModule;

/**
 * The numbers that kernels with more of them than registers load from memory each time. V8 builds a vector constant from
 * two integers, which takes several instructions; a load takes one.
 */
final class Constants {
    private static final int MOST = (Layout.PANELS - Layout.CONSTANTS) / 4;

    private final List<Float> pool = new ArrayList<>();

    /** Four times the same float. */
    Expr f32x4(float value) {
        int index = pool.indexOf(value);
        if (index < 0) {
            index = pool.size();
            pool.add(value);
        }
        if (index >= MOST) {
            throw new IllegalStateException("there is room for only " + MOST + " constants");
        }
        return i32(Layout.CONSTANTS).loadSplat(4 * index);
    }

    /** Four times the same int. */
    Expr i32x4(int value) {
        return f32x4(Float.intBitsToFloat(value));
    }

    /** Puts all constants used so far into the memory. */
    void define(WasmModule module) {
        float[] values = new float[pool.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = pool.get(i);
        }
        module.data(Layout.CONSTANTS, values);
    }
}
