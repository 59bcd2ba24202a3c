package microgpt.worker.simd;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microgpt.worker.kernels.BuildKernels;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teavm.interop.Import;

class KernelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"kernels-plain.wasm", "kernels-relaxed.wasm"})
    void theModuleExportsWhatJavaImportsWithTheSameTypes(String file, @TempDir Path folder) throws IOException {
        BuildKernels.main(new String[] {folder.toString()});
        Set<String> imports = imports();
        Set<String> exports = new Module(Files.readAllBytes(folder.resolve(file))).exports;
        assertFalse(exports.isEmpty());
        assertAll(
                () -> assertEquals(Set.of(), without(exports, imports), "imported, but not exported so"),
                () -> assertEquals(Set.of(), without(imports, exports), "exported, but not imported so"));
    }

    private static Set<String> without(Set<String> some, Set<String> all) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(some);
        return left;
    }

    /** Signatures, for example {@code sgd(i32 i32 i32 f32)} or {@code peek(i32) f32}. */
    private static Set<String> imports() {
        return Stream.of(Kernels.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Import.class))
                .map(KernelsTest::signature)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String signature(Method method) {
        Import link = method.getAnnotation(Import.class);
        assertEquals("kernels", link.module(), method.getName());
        String parameters =
                Arrays.stream(method.getParameterTypes()).map(KernelsTest::type).collect(Collectors.joining(" "));
        return line(link.name(), parameters, type(method.getReturnType()));
    }

    private static String line(String name, String parameters, String result) {
        return (name + "(" + parameters + ") " + result).strip();
    }

    private static String type(Class<?> java) {
        return switch (java.getName()) {
            case "void" -> "";
            case "int" -> "i32";
            case "long" -> "i64";
            case "float" -> "f32";
            case "double" -> "f64";
            default -> throw new AssertionError(java + " has no counterpart in WebAssembly");
        };
    }

    /** The sections of a WebAssembly module that say what it exports. */
    private static final class Module {
        private static final int TYPES = 1;
        private static final int FUNCTIONS = 3;
        private static final int EXPORTS = 7;

        private final byte[] bytes;
        private int at = 8; // behind magic and version
        private final List<String[]> types = new ArrayList<>(); // parameters and result
        private final List<Integer> functions = new ArrayList<>(); // index of the type; no function is imported
        private final Set<String> exports = new TreeSet<>(); // signatures

        Module(byte[] bytes) {
            this.bytes = bytes;
            while (at < bytes.length) {
                int section = bytes[at++];
                int end = unsigned() + at;
                switch (section) {
                    case TYPES -> repeat(this::readType);
                    case FUNCTIONS -> repeat(() -> functions.add(unsigned()));
                    case EXPORTS -> repeat(this::readExport);
                    default -> at = end;
                }
                assertEquals(end, at, "end of section " + section);
            }
        }

        private void repeat(Runnable entry) {
            int count = unsigned();
            for (int i = 0; i < count; i++) {
                entry.run();
            }
        }

        private void readType() {
            assertEquals(0x60, unsigned(), "mark of a function type");
            types.add(new String[] {values(), values()});
        }

        private String values() {
            List<String> values = new ArrayList<>();
            repeat(() -> values.add(value(bytes[at++])));
            return String.join(" ", values);
        }

        private static String value(byte code) {
            return switch (code) {
                case 0x7f -> "i32";
                case 0x7e -> "i64";
                case 0x7d -> "f32";
                case 0x7c -> "f64";
                default -> "type " + code;
            };
        }

        private void readExport() {
            int length = unsigned();
            String name = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            assertEquals(0, bytes[at++], name + " is a function");
            String[] type = types.get(functions.get(unsigned()));
            exports.add(line(name, type[0], type[1]));
        }

        /** An integer in LEB128. */
        private int unsigned() {
            int value = 0;
            int shift = 0;
            int part;
            do {
                part = bytes[at++];
                value |= (part & 127) << shift;
                shift += 7;
            } while (part < 0);
            return value;
        }
    }
}
