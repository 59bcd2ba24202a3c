package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import microgpt.coding.CodeFile;
import microgpt.coding.CodingRecipe;
import microgpt.coding.CountsRecipe;
import microgpt.coding.TextDecoder;
import microgpt.coding.TextEncoder;
import microgpt.compute.JavaBackend;
import microgpt.numeric.Sha256;
import microgpt.predict.Size;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.Task;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What was read becomes a file, and what was coded becomes a text, while a run may go on. */
class LabCodingTest {
    private static final String TEXT = "the cat sat on the mat. the dog sat on the log. ".repeat(12);

    private final LabPage page = new LabPage();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What {@code compress} makes of a text by counts alone. */
    private static byte[] coded(String text) {
        CountsRecipe recipe = new CountsRecipe(Size.MINI, 1);
        TextEncoder encoder = new TextEncoder(recipe.expert(), recipe.toJson());
        encoder.add(bytes(text), 0, bytes(text).length);
        return encoder.finish().toBytes();
    }

    /** A file in order that says its text were so long. */
    private static byte[] claiming(int length) throws NoSuchAlgorithmException {
        byte[] file = coded(TEXT);
        int lengthAt = 7 + file[6]; // after magic, version, arithmetic, the recipe's length, and the recipe
        int codeLength = CodeFile.parse(file).code().length;
        int checkAt = file.length - codeLength - 4;
        byte[] head = new byte[checkAt + 2];
        System.arraycopy(file, 0, head, 0, lengthAt);
        for (int i = 0; i < 4; i++) {
            head[lengthAt + i] = (byte) (((length >> (7 * i)) & 127) | (i < 3 ? 128 : 0));
        }
        System.arraycopy(file, lengthAt + 2, head, lengthAt + 4, checkAt - lengthAt - 2);
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        hash.update(head);
        hash.update(file, checkAt + 4, codeLength);
        byte[] claiming = Arrays.copyOf(head, head.length + 4 + codeLength);
        System.arraycopy(hash.digest(), 0, claiming, head.length, 4);
        System.arraycopy(file, checkAt + 4, claiming, head.length + 4, codeLength);
        return claiming;
    }

    private static byte[] decoded(Bytes file) {
        TextDecoder decoder = new TextDecoder(
                CodeFile.parse(file.toArray()),
                recipe -> CodingRecipe.parse(recipe).expert());
        decoder.advance(Integer.MAX_VALUE);
        return decoder.finish();
    }

    private LabReport.Encoded encode() {
        page.send(new LabCommand.Encode());
        page.loop.exhaust();
        return page.last(LabReport.Encoded.class);
    }

    @Test
    void whatWasReadBecomesAFileFromWhichItComesBack() {
        page.startWith(TEXT);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        LabReport.Encoded file = encode();
        assertArrayEquals(bytes(TEXT), decoded(file.file()));
        assertEquals(TEXT.length(), file.length());
        assertEquals(Sha256.of(bytes(TEXT)), file.sha256());
        assertEquals(page.last(LabReport.Progress.class).codeLengthBytes(), file.codeLengthBytes(), 0.01);
    }

    @Test
    void onlyWhatWasReadSoFarIsCodedAndTheRunGoesOn() {
        page.startWith(TEXT);
        page.send(new LabCommand.Step(), new LabCommand.Step());
        long read = page.position();
        page.loop.tick(1);
        page.send(new LabCommand.Run(), new LabCommand.Encode());
        page.loop.exhaust();
        LabReport.Encoded file = page.last(LabReport.Encoded.class);
        assertEquals(TEXT.substring(0, (int) read), new String(decoded(file.file()), StandardCharsets.UTF_8));
        assertEquals(TEXT.length(), page.position());
        LabPage alone = new LabPage();
        alone.startWith(TEXT);
        alone.send(new LabCommand.Run());
        alone.loop.exhaust();
        assertEquals(alone.bits(), page.bits());
    }

    @Test
    void theRecipeInForceCodesFromTheFirstByteOn() {
        page.startWith(TEXT);
        page.send(
                new LabCommand.Step(),
                new LabCommand.Tune(Recipes.tinyWith("optimizer.learning_rate", "0.007", "model.n_layers", "2")),
                new LabCommand.Run());
        page.loop.exhaust();
        LabReport.Encoded file = encode();
        String recipe = CodeFile.parse(file.file().toArray()).recipe();
        assertTrue(recipe.contains("0.007"), recipe);
        assertEquals(page.last(LabReport.Tuned.class).needRestart(), List.of("model.n_layers"));
        assertTrue(recipe.contains("\"model.n_layers\":\"1\""), recipe);
        assertArrayEquals(bytes(TEXT), decoded(file.file()));
    }

    @Test
    void whatCannotBeCodedIsRefusedAndSaysWhy() {
        page.startWith(TEXT);
        page.send(new LabCommand.Encode());
        assertEquals("coding what was read", page.last(LabReport.Failed.class).doing());
        assertTrue(page.last(LabReport.Failed.class).message().startsWith("nothing was read yet"));
        page.send(new LabCommand.Start(Recipes.tinyWith("mixture.enabled", "false"), new Source.Supplied("test")));
        page.append(LabPage.bytes(TEXT), true);
        page.send(new LabCommand.Step(), new LabCommand.Encode());
        assertEquals(
                "mixture.enabled must be true where a text is coded, found false",
                page.last(LabReport.Failed.class).message());
        assertEquals(page.sent, page.last(LabReport.Failed.class).command());
        page.loop.exhaust();
        assertTrue(page.all(LabReport.Encoded.class).isEmpty());
    }

    @Test
    void aStreamWhoseBeginningWasForgottenIsRefused() {
        LabRun run = LabRun.build(1, Recipes.tiny(), new Source.Supplied("test"), JavaBackend.alone());
        run.append(Bytes.of(new byte[(int) LabRun.HELD_BYTES]), true);
        run.step();
        run.stream().forgetBefore(LabRun.HELD_BYTES);
        Task task = new Task(1, Assertions::fail);
        assertEquals(
                "the beginning of the 8 bytes is not held any more: of a long stream only the newest part stays in memory",
                assertThrows(IllegalStateException.class, () -> run.encode(task))
                        .getMessage());
    }

    @Test
    void codingIsToldInPiecesAndCanBeGivenUp() {
        page.startWith(TEXT);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        page.loop.tick(6);
        page.send(new LabCommand.Encode());
        for (int i = 0; i < 40; i++) {
            page.loop.turn();
        }
        List<LabReport.Encoding> told = page.all(LabReport.Encoding.class);
        assertTrue(told.size() > 1 && !told.get(0).ended(), told.toString());
        assertEquals(TEXT.length(), told.get(0).length());
        page.send(new LabCommand.StopCoding());
        LabReport.Encoding end = page.last(LabReport.Encoding.class);
        assertTrue(end.ended() && end.position() >= told.get(told.size() - 1).position(), end.toString());
        page.loop.exhaust();
        assertTrue(page.all(LabReport.Encoded.class).isEmpty());
    }

    @Test
    void aTurnOfCodingEndsInTime() {
        page.startWith(TEXT);
        page.loop.tick(1);
        page.send(new LabCommand.Run(), new LabCommand.Decode(Bytes.of(coded(TEXT))));
        for (int i = 0; i < 6; i++) {
            double before = page.loop.now();
            page.loop.turn();
            assertEquals(LabSession.SLICE_MILLIS, page.loop.now() - before, 8);
        }
    }

    @Test
    void aTextComesOutOfAFileWithWhatEachByteCost() {
        page.startWith(TEXT);
        page.send(new LabCommand.Step());
        page.loop.exhaust();
        LabReport.Progress before = page.last(LabReport.Progress.class);
        page.loop.tick(1);
        byte[] file = coded(TEXT);
        page.send(new LabCommand.Decode(Bytes.of(file)));
        int command = page.sent;
        page.loop.exhaust();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        double bits = 0;
        for (LabReport.Decoding piece : page.all(LabReport.Decoding.class)) {
            assertEquals(command, piece.file());
            assertFalse(piece.ended());
            text.writeBytes(piece.bytes().toArray());
            assertEquals(text.size(), piece.position());
            assertEquals(TEXT.length(), piece.length());
            for (int i = 0; i < piece.bits().size(); i++) {
                bits += piece.bits().at(i);
            }
        }
        assertArrayEquals(bytes(TEXT), text.toByteArray());
        assertEquals(CodeFile.parse(file).code().length, bits / 8, 4);
        LabReport.Decoded whole = page.last(LabReport.Decoded.class);
        assertEquals(new LabReport.Decoded(command, LabPage.bytes(TEXT), Sha256.of(bytes(TEXT))), whole);
        assertEquals(before, page.last(LabReport.Progress.class));
        page.send(new LabCommand.Step());
        assertEquals(2, page.last(LabReport.Progress.class).step());
    }

    @Test
    void aFileThatCannotBeDecodedIsRefusedAndTheRunStays() throws NoSuchAlgorithmException {
        page.startWith(TEXT);
        byte[] damaged = coded(TEXT);
        damaged[damaged.length - 1] ^= 1;
        page.send(new LabCommand.Step(), new LabCommand.Decode(Bytes.of(damaged)));
        assertEquals(
                new LabReport.Failed(page.sent, "decoding the file", "the file is damaged: its check does not fit"),
                page.last(LabReport.Failed.class));
        page.send(new LabCommand.Decode(Bytes.of(claiming((10 << 20) + 1))));
        assertTrue(page.last(LabReport.Failed.class).message().contains("10 MiB is the most"));
        page.send(new LabCommand.Step());
        assertEquals(2, page.last(LabReport.Progress.class).step());
    }

    @Test
    void anotherRunGivesUpWhatWasBeingDecoded() {
        page.startWith(TEXT);
        page.loop.tick(1);
        page.send(new LabCommand.Decode(Bytes.of(coded(TEXT))));
        page.loop.turn();
        page.startWith(TEXT);
        assertTrue(page.last(LabReport.Decoding.class).ended());
        page.loop.exhaust();
        assertTrue(page.all(LabReport.Decoded.class).isEmpty());
    }
}
