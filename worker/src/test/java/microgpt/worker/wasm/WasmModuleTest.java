package microgpt.worker.wasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class WasmModuleTest {
    private static final String MAGIC_AND_VERSION = "0061736d 01000000";
    private static final String MEMORY_OF_TWO_PAGES = "02 0f 01 03656e76 066d656d6f7279 02 00 02";

    @Test
    void aFunctionOfTwoIntsIsWrittenAsTheSpecificationSays() {
        WasmModule module = new WasmModule(2);
        Function sum = module.export("sum");
        sum.returns(sum.i32().plus(sum.i32()));
        assertModule(
                module,
                MAGIC_AND_VERSION,
                "01 07 01 60 02 7f 7f 01 7f", // one type: (i32, i32) -> i32
                MEMORY_OF_TWO_PAGES,
                "03 02 01 00", // one function of type 0
                "07 07 01 03 73756d 00 00", // exported as "sum"
                "0a 09 01 07 00 20 00 20 01 6a 0b"); // no locals; get 0, get 1, add
    }

    @Test
    void dataStandsAtItsAddress() {
        WasmModule module = new WasmModule(2);
        module.data(64, 1f, 2f);
        assertModule(module, MAGIC_AND_VERSION, MEMORY_OF_TWO_PAGES, "0b 0f 01 00 41 c000 0b 08 0000803f 00000040");
    }

    @Test
    void loopsTestAtTheirEnd() {
        WasmModule module = new WasmModule(2);
        Function f = module.function();
        Local n = f.i32();
        f.loop(() -> f.set(n, n.minus(1)), n);
        assertModule(
                module,
                MAGIC_AND_VERSION,
                "01 05 01 60 01 7f 00",
                MEMORY_OF_TWO_PAGES,
                "03 02 01 00",
                "0a 12 01 10 00 03 40 20 00 41 01 6b 21 00 20 00 0d 00 0b 0b");
    }

    @Test
    void vectorInstructionsCarryTheirPrefix() {
        WasmModule module = new WasmModule(2);
        Function f = module.function();
        Local address = f.i32();
        Local sum = f.let(Expr.f32x4(1f));
        f.set(sum, address.loadSplat(4).relaxedMultiplyAdd(address.loadVector(16), sum));
        f.store(address, 0, sum.sqrt());
        String one = "fd 0c 0000803f 0000803f 0000803f 0000803f 21 01";
        String multiplyAdd = "20 00 fd 09 02 04 20 00 fd 00 02 10 20 01 fd 8502 21 01";
        String store = "20 00 20 01 fd e301 fd 0b 02 00";
        assertModule(
                module,
                MAGIC_AND_VERSION,
                "01 05 01 60 01 7f 00",
                MEMORY_OF_TWO_PAGES,
                "03 02 01 00",
                "0a 38 01 36 01 01 7b",
                one,
                multiplyAdd,
                store,
                "0b");
    }

    @Test
    void interleavedPiecesTakeTurns() {
        WasmModule module = new WasmModule(2);
        Function f = module.function();
        Local a = f.i32();
        Local b = f.i32();
        f.interleave(List.of(
                () -> {
                    f.set(a, Expr.i32(1));
                    f.set(a, Expr.i32(2));
                },
                () -> {
                    f.set(b, Expr.i32(3));
                    f.store(b, 0, a);
                }));
        assertModule(
                module,
                MAGIC_AND_VERSION,
                "01 06 01 60 02 7f 7f 00",
                MEMORY_OF_TWO_PAGES,
                "03 02 01 00",
                "0a 17 01 15 00",
                "41 01 21 00",
                "41 03 21 01",
                "41 02 21 00",
                "20 01 20 00 36 02 00",
                "0b");
    }

    @Test
    void typesAreCheckedWhileWriting() {
        Function f = new WasmModule(1).function();
        Local address = f.i32();
        assertThrows(IllegalArgumentException.class, () -> address.plus(Expr.f32(1f)));
        assertThrows(IllegalArgumentException.class, () -> f.set(address, Expr.f32(1f)));
        assertThrows(IllegalArgumentException.class, address::sqrt);
        assertThrows(IllegalArgumentException.class, () -> f.call(f));
        assertThrows(IllegalStateException.class, () -> {
            f.local(Type.I32);
            f.i32();
        });
    }

    private static void assertModule(WasmModule module, String... expected) {
        String hex = String.join("", expected).replace(" ", "");
        assertEquals(hex, HexFormat.of().formatHex(module.toBytes()));
    }
}
