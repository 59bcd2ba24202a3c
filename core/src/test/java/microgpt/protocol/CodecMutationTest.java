package microgpt.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import microgpt.Mutations;
import microgpt.protocol.lab.LabCodec;
import microgpt.protocol.lab.LabCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that were spoilt on the wire: each is another message, which survives the wire itself, or is refused. */
class CodecMutationTest {
    private static final int MEMORY = 16 << 20;
    private static final int LONGEST_SAMPLE = 20_000;
    private static final LabCodec LAB = new LabCodec();

    @ParameterizedTest
    @MethodSource("microgpt.protocol.CodecTest#languages")
    <C, R> void aSpoiltMessageIsReadOrRefused(CodecTest.Language<C, R> language) throws Exception {
        check(language.codec(), language.commands(), language.reports());
    }

    @Test
    void aListThatClaimsMoreThanThereIsTakesNoMemory() {
        byte[] bytes = new byte[1 << 20];
        bytes[0] = 113; // SelfTested: nearly as many checks as bytes are left, the first with a text longer than all
        bytes[2] = 15;
        bytes[3] = (byte) 255;
        bytes[5] = 127;
        Mutations none = new Mutations(List.of(), IllegalArgumentException.class, 1 << 16);
        assertEquals(
                "a message of 1048576 bytes has no room for the 2130706432 elements announced at 9",
                none.refusalOf(bytes, LAB::decodeReport));
    }

    @Test
    void aTruthIsNoughtOrOne() {
        byte[] bytes = LAB.encodeCommand(1, new LabCommand.Watch(true, false));
        bytes[6] = 7;
        Mutations none = new Mutations(List.of(), IllegalArgumentException.class, 1 << 20);
        assertEquals("a truth must be 0 or 1, found 7 at 6", none.refusalOf(bytes, LAB::decodeCommand));
    }

    private static <C, R> void check(Codec<C, R> codec, Class<C> commands, Class<R> reports) throws Exception {
        check(
                commands,
                command -> codec.encodeCommand(1, command),
                bytes -> codec.decodeCommand(bytes).command());
        check(reports, codec::encodeReport, codec::decodeReport);
    }

    private static <T> void check(Class<T> language, Function<T, byte[]> encoded, Function<byte[], T> decoded)
            throws Exception {
        List<byte[]> samples = new ArrayList<>();
        for (Class<?> type : CodecTest.records(language)) {
            for (int variant = 0; variant < 9; variant++) {
                byte[] sample = encoded.apply(language.cast(CodecTest.example(type, variant)));
                if (sample.length <= LONGEST_SAMPLE) {
                    samples.add(sample);
                }
            }
        }
        Mutations.Outcome outcome = new Mutations(samples, IllegalArgumentException.class, MEMORY).check(bytes -> {
            T message = decoded.apply(bytes);
            assertEquals(message, decoded.apply(encoded.apply(message)));
        });
        assertTrue(outcome.refused() > 0 && outcome.read() > 0, outcome.toString());
    }
}
