package microgpt.worker.wasm;

import java.util.ArrayList;
import java.util.List;

/** A WebAssembly module that imports its memory as {@code env.memory} and exports functions. */
public final class WasmModule {
    private record Export(String name, int function) {}

    private final List<Function> functions = new ArrayList<>();
    private final List<Export> exports = new ArrayList<>();
    private final List<byte[]> data = new ArrayList<>();
    private final int minimumPages;

    /** @param minimumPages the 64 KB pages that the memory must have when the module is linked */
    public WasmModule(int minimumPages) {
        this.minimumPages = minimumPages;
    }

    /** A function that only this module calls. */
    public Function function() {
        Function function = new Function(functions.size());
        functions.add(function);
        return function;
    }

    /** A function that others call by name. */
    public Function export(String name) {
        exports.add(new Export(name, functions.size()));
        return function();
    }

    /** What the memory holds at {@code address} from the start. */
    public void data(int address, float... values) {
        Encoder content = new Encoder();
        for (float value : values) {
            content.float32(value);
        }
        data.add(new Encoder()
                .raw(0)
                .raw(Expr.i32(address).code)
                .raw(0x0b)
                .sized(content.toBytes())
                .toBytes());
    }

    public byte[] toBytes() {
        Encoder module = new Encoder().raw(0, 'a', 's', 'm', 1, 0, 0, 0);
        List<byte[]> types = functions.stream().map(Function::type).toList();
        section(module, 1, types);
        section(module, 2, List.of(memoryImport()));
        List<byte[]> typeOfEach = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            typeOfEach.add(new Encoder().unsigned(i).toBytes());
        }
        section(module, 3, typeOfEach);
        section(module, 7, exports.stream().map(WasmModule::encode).toList());
        section(
                module,
                10,
                functions.stream()
                        .map(function -> new Encoder().sized(function.code()).toBytes())
                        .toList());
        section(module, 11, data);
        return module.toBytes();
    }

    private byte[] memoryImport() {
        return new Encoder()
                .name("env")
                .name("memory")
                .raw(2, 0)
                .unsigned(minimumPages)
                .toBytes();
    }

    private static byte[] encode(Export export) {
        return new Encoder().name(export.name).raw(0).unsigned(export.function).toBytes();
    }

    private static void section(Encoder module, int id, List<byte[]> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Encoder content = new Encoder().unsigned(entries.size());
        entries.forEach(content::raw);
        module.raw(id).sized(content.toBytes());
    }
}
