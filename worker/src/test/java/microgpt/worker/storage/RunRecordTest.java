package microgpt.worker.storage;

import static microgpt.worker.storage.Runs.HASH;
import static microgpt.worker.storage.Runs.summary;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import microgpt.numeric.Nullable;
import microgpt.numeric.Sha256;
import microgpt.worker.loop.FailureText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunRecordTest {
    private static final int HASH_DIGITS = 64;
    private static final RunRecord RECORD = new RunRecord("r1", 7, 1.7e12, summary(6), 6, 5, 4);
    private static final byte[] WHOLE = RECORD.toBytes();

    @Test
    void aRecordIsReadAsItWasWritten() {
        assertEquals(RECORD, RunRecord.read("r1", WHOLE));
    }

    @Test
    void aRecordOfBeforeIsStillRead() {
        String body =
                "{\"run\":\"run-m1\",\"sequence\":3,\"saved_at_millis\":1.7E12,\"newest\":3,\"previous\":2,\"best\":0,"
                        + "\"name\":\"größer\",\"steps\":30,\"max_steps\":60,\"parameters\":1000,\"loss\":\"2.5\","
                        + "\"best_loss\":\"NaN\",\"text\":\"a verse\",\"text_bytes\":368,\"text_hash\":\"" + HASH
                        + "\",\"sample\":\"\"}";
        RunRecord read = RunRecord.read("run-m1", signed(body));
        assertNotNull(read);
        assertEquals(3, read.newest());
        assertEquals("größer", read.summary().name());
    }

    private static byte[] signed(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (Sha256.of(bytes) + body).getBytes(StandardCharsets.UTF_8);
    }

    private static String body() {
        return new String(WHOLE, HASH_DIGITS, WHOLE.length - HASH_DIGITS, StandardCharsets.UTF_8);
    }

    @Test
    void aRecordOfAnotherRunIsNotRead() {
        assertNull(RunRecord.read("r2", WHOLE));
    }

    @Test
    void whatIsTornEmptyOrTooLongIsNotRead() {
        for (int length = 0; length < WHOLE.length; length++) {
            assertNull(RunRecord.read("r1", Arrays.copyOf(WHOLE, length)));
        }
        assertNull(RunRecord.read("r1", Arrays.copyOf(WHOLE, WHOLE.length + 1)));
        String padded = body().replace("{", "{" + " ".repeat(RunRecord.MOST_BYTES));
        assertNull(RunRecord.read("r1", signed(padded)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"sequence\":7' | '\"sequence\":0'",
                "'\"sequence\":7' | '\"sequence\":7.5'",
                "'\"sequence\":7' | '\"sequence\":1e400'",
                "'\"newest\":6' | '\"newest\":9223372036854775807'",
                "'\"newest\":6' | '\"newest\":-6'",
                "'\"newest\":6' | '\"newest\":\"6\"'",
                "'\"previous\":5' | '\"previous\":7'",
                "'\"best\":4' | '\"best\":7'",
                "'\"best\":4,' | ''",
                "'\"steps\":6' | '\"steps\":-1'",
                "'\"parameters\":100' | '\"parameters\":4294967297'",
                "'\"loss\":\"2.5\"' | '\"loss\":\"small\"'",
                "'\"text_hash\":\"' | '\"text_hash\":\"../'",
                "'\"text_bytes\":22' | '\"text_bytes\":1e300'",
                "'\"saved_at_millis\":1.7E12' | '\"saved_at_millis\":1e30'",
                "'\"name\":\"a run\"' | '\"name\":[\"a run\"]'"
            })
    void aNumberThatCannotBeIsRefusedThoughTheHashIsRight(String right, @Nullable String wrong) {
        String changed = body().replace(right, wrong == null ? "" : wrong);
        assertFalse(changed.equals(body()), body());
        assertNull(RunRecord.read("r1", signed(changed)));
    }

    @Test
    void nestedBracketsAreRefusedBeforeTheyAreFollowed() {
        for (String bracket : new String[] {"[", "{\"a\":"}) {
            String nested = "{\"run\":" + bracket.repeat(100_000) + "}";
            assertNull(RunRecord.read("r1", signed(nested)));
        }
    }

    @Test
    void bracketsInANameAreOnlyLetters() {
        RunRecord named = new RunRecord("r1", 7, 1, summary(6).named("[{\"\\\"}]"), 6, 5, 4);
        assertEquals(named, RunRecord.read("r1", named.toBytes()));
    }

    @Test
    void aNameThatDoesNotFitIsRefused() {
        RunRecord tooLong = new RunRecord("r1", 7, 1, summary(6).named("x".repeat(RunRecord.MOST_BYTES)), 6, 5, 4);
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, tooLong::toBytes);
        assertTrue(FailureText.describe(thrown).endsWith("choose a shorter name"), thrown.toString());
    }

    @Test
    void noMutationIsReadAsARecordThatCannotBe() {
        Random random = new Random(17);
        int read = 0;
        for (int i = 0; i < Mutation.COUNT; i++) {
            byte[] mutated = Mutation.of(WHOLE, random);
            assertTrue(Arrays.equals(mutated, WHOLE) || RunRecord.read("r1", mutated) == null, "mutation " + i);
            byte[] body = Mutation.of(body().getBytes(StandardCharsets.UTF_8), random);
            RunRecord signed = RunRecord.read("r1", signed(new String(body, StandardCharsets.UTF_8)));
            if (signed != null) {
                read++;
                assertEquals("r1", signed.run());
                assertTrue(signed.newest() >= 1 && signed.newest() <= RunFile.MOST, "mutation " + i);
                assertTrue(signed.previous() >= 0 && signed.previous() <= signed.newest(), "mutation " + i);
                assertEquals(signed, RunRecord.read("r1", signed.toBytes()), "mutation " + i);
            }
        }
        assertTrue(read > 0, "some letters of a name may be others");
    }
}
