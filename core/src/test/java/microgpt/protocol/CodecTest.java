package microgpt.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microgpt.protocol.lab.LabCodec;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.protocol.step.StepCodec;
import microgpt.protocol.step.StepCommand;
import microgpt.protocol.step.StepReport;
import microgpt.protocol.train.TrainCodec;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every permitted record, built by reflection from awkward values, survives the wire. */
class CodecTest {
    private static final List<String> TEXTS = List.of("", "plain", "größer, 語, 🦆, \u0000\n");
    private static final double[] REALS = {0.0, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Math.PI, Double.MIN_VALUE};
    private static final long[] LONGS = {0, -1, Long.MAX_VALUE, Long.MIN_VALUE, 0x80000000L, 1L << 40};
    private static final int[] INTS = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 256};
    private static final Floats[] FLOATS = {
        Floats.EMPTY, Floats.of(Float.NaN, -0f, Float.POSITIVE_INFINITY, Float.MIN_VALUE), Floats.of(new float[1000])
    };
    private static final Reals[] REAL_ARRAYS = {
        Reals.EMPTY, Reals.of(Double.NaN, -0.0, Double.NEGATIVE_INFINITY, Double.MIN_VALUE), Reals.of(new double[1000])
    };
    private static final Bytes[] BYTES = {
        Bytes.EMPTY, Bytes.of((byte) 0, (byte) -1, Byte.MIN_VALUE), Bytes.of(new byte[100_000])
    };

    private static final LabCodec LAB = new LabCodec();

    /** What a page and its worker say to each other. */
    record Language<C, R>(Codec<C, R> codec, Class<C> commands, Class<R> reports) {
        @Override
        public String toString() {
            String name = codec.getClass().getPackageName();
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    static List<Language<?, ?>> languages() {
        return List.of(
                new Language<>(LAB, LabCommand.class, LabReport.class),
                new Language<>(new StepCodec(), StepCommand.class, StepReport.class),
                new Language<>(new TrainCodec(), TrainCommand.class, TrainReport.class));
    }

    @Test
    void everyLanguageIsTriedHere() throws IOException {
        Set<String> tried = new TreeSet<>();
        languages().forEach(language -> tried.add(language.toString()));
        try (Stream<Path> entries = Files.list(Path.of("src/main/java/microgpt/protocol"))) {
            Set<String> found = entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(found, tried);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    <C, R> void everyMessageSurvivesTheWire(Language<C, R> language) throws ReflectiveOperationException {
        assertSurvive(language.codec(), language.commands(), language.reports());
    }

    /** All records of a language, those of its parts as well. */
    static List<Class<?>> records(Class<?> language) {
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> type : language.getPermittedSubclasses()) {
            records.addAll(type.isInterface() ? records(type) : List.of(type));
        }
        return records;
    }

    private static <C, R> void assertSurvive(Codec<C, R> codec, Class<C> commands, Class<R> reports)
            throws ReflectiveOperationException {
        for (Class<?> type : records(commands)) {
            for (int variant = 0; variant < 30; variant++) {
                C command = commands.cast(example(type, variant));
                Numbered<C> numbered = new Numbered<>(INTS[variant % INTS.length], command);
                assertEquals(numbered, codec.decodeCommand(codec.encodeCommand(numbered.number(), command)));
            }
        }
        for (Class<?> type : records(reports)) {
            for (int variant = 0; variant < 30; variant++) {
                R report = reports.cast(example(type, variant));
                assertEquals(report, codec.decodeReport(codec.encodeReport(report)));
            }
        }
    }

    @Test
    void aMessageCutAnywhereIsRefusedAndSaysWhere() throws ReflectiveOperationException {
        for (Class<?> type : records(LabReport.class)) {
            byte[] whole = LAB.encodeReport((LabReport) example(type, 1));
            for (int length = 0; length < Math.min(whole.length, 200); length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                String message = refusal(() -> LAB.decodeReport(cut));
                assertTrue(message.contains("a message of " + length + " bytes"), message);
            }
        }
    }

    @Test
    void foreignBytesAreRefused() {
        assertRefused("ends where 4 more are expected", (byte) 0);
        assertRefused("no command has the tag 0", new byte[5]);
        byte[] run = LAB.encodeCommand(7, new LabCommand.Run());
        assertRefused("no command has the tag 104", new byte[] {0, 0, 0, 7, 104});
        assertRefused("goes on after its end at " + run.length, Arrays.copyOf(run, run.length + 1));
        byte[] type = LAB.encodeCommand(7, new LabCommand.Type(Bytes.EMPTY));
        type[type.length - 4] = 127;
        assertRefused("no room for the 2130706432 elements", type);
    }

    private static String refusal(Executable decoding) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, decoding).getMessage());
    }

    private static void assertRefused(String expected, byte... bytes) {
        String message = refusal(() -> LAB.decodeCommand(bytes));
        assertTrue(message.contains(expected), message);
    }

    static Object example(Class<?> type, int variant) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = types[i] == List.class
                    ? examples(elementType(components[i]), variant + i)
                    : value(types[i], variant + i);
        }
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Class<?> elementType(RecordComponent list) throws ClassNotFoundException {
        String name = list.getGenericType().getTypeName();
        return Class.forName(name.substring(name.indexOf('<') + 1, name.length() - 1));
    }

    private static List<Object> examples(Class<?> type, int variant) throws ReflectiveOperationException {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < variant % 3; i++) {
            list.add(value(type, variant + i));
        }
        return list;
    }

    private static Object value(Class<?> type, int variant) throws ReflectiveOperationException {
        if (type == String.class) return TEXTS.get(variant % TEXTS.size());
        if (type == double.class) return REALS[variant % REALS.length];
        if (type == long.class || type == Long.class) return LONGS[variant % LONGS.length];
        if (type == int.class || type == Integer.class) return INTS[variant % INTS.length];
        if (type == boolean.class) return variant % 2 == 0;
        if (type == Bytes.class) return BYTES[variant % BYTES.length];
        if (type == Reals.class) return REAL_ARRAYS[variant % REAL_ARRAYS.length];
        if (type == Floats.class) return FLOATS[variant % FLOATS.length];
        if (type.isEnum()) return type.getEnumConstants()[variant % type.getEnumConstants().length];
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? example(type, variant) : example(permitted[variant % permitted.length], variant);
    }
}
