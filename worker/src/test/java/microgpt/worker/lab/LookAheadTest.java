package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class LookAheadTest {
    private static final String TEXT = "the cat sat on the mat. the dog sat on the log. ".repeat(10);

    private final LabPage page = new LabPage();

    @Test
    void typingAndGuessingChangeNoLoss() {
        LabPage looked = new LabPage();
        looked.startWith(TEXT);
        looked.loop.tick(0.4);
        looked.send(new LabCommand.Run());
        for (int i = 0; i < 12; i++) {
            looked.loop.turn();
            looked.send(suppose("the cat sat".substring(0, i)), new LabCommand.Predict(i));
        }
        looked.send(new LabCommand.Pause(), new LabCommand.Predict(0), new LabCommand.Predict(1));
        looked.loop.exhaust();
        looked.send(new LabCommand.Run());
        looked.loop.exhaust();
        page.startWith(TEXT);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(TEXT.length(), looked.position());
        assertEquals(
                page.last(LabReport.Progress.class).codeLengthBytes(),
                looked.last(LabReport.Progress.class).codeLengthBytes());
        assertEquals(page.last(LabReport.Phases.class), looked.last(LabReport.Phases.class));
        assertFalse(looked.all(LabReport.Supposed.class).isEmpty());
        assertFalse(looked.all(LabReport.Predicted.class).isEmpty());
    }

    @Test
    void everyKeyIsChargedByWhatTheRunPredictsAfterThoseBefore() {
        read();
        page.send(suppose("the mat"));
        page.loop.exhaust();
        List<Float> together = charges();
        assertEquals(7, together.size());
        List<Float> oneByOne = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            page.reports.clear();
            page.send(new LabCommand.Suppose(2, LabPage.bytes("the mat".substring(0, i + 1)), i));
            page.loop.exhaust();
            oneByOne.addAll(charges());
        }
        assertEquals(together, oneByOne);
        page.reports.clear();
        page.send(suppose("qzx mat"));
        page.loop.exhaust();
        assertTrue(sum(together) < sum(charges()), together + " and " + charges());
    }

    @Test
    void whatWouldFollowIsToldWithTheLastPiece() {
        read();
        page.send(suppose("the cat sat on th"));
        page.loop.exhaust();
        List<LabReport.Supposed> pieces = page.all(LabReport.Supposed.class);
        for (int i = 0; i < pieces.size(); i++) {
            assertEquals(i == pieces.size() - 1, pieces.get(i).complete());
        }
        LabReport.Supposed last = pieces.get(pieces.size() - 1);
        assertEquals('e', last.candidates().at(0));
        assertTrue(
                last.probabilities().at(0) > 0.5,
                "given " + last.probabilities().at(0));
    }

    @Test
    void aLongTextIsChargedInSlicesWhileTheRunGoesOn() {
        page.startWith(TEXT);
        page.loop.tick(1);
        page.send(new LabCommand.Run(), suppose(TEXT.substring(0, 60)));
        page.loop.turn();
        long before = page.position();
        page.loop.turn();
        page.loop.turn();
        assertTrue(page.position() > before, "the run stood still");
        assertTrue(charges().size() < 60);
        page.loop.exhaust();
        assertEquals(60, charges().size());
    }

    @Test
    void anotherTextReplacesTheOneInProgress() {
        page.startWith(TEXT);
        page.loop.tick(1);
        page.send(suppose("a long text that takes its time to be charged"));
        page.loop.turn();
        page.reports.clear();
        page.send(new LabCommand.Suppose(9, LabPage.bytes("b"), 0));
        page.loop.exhaust();
        for (LabReport.Supposed piece : page.all(LabReport.Supposed.class)) {
            assertEquals(9, piece.id());
        }
    }

    /** Whole steps before it, so that the transformer's part is what the next step will charge; the counts learn on meanwhile. */
    @Test
    void thePredictionOfTheNextByteIsWhatTheRunChargesForIt() {
        page.startWith(TEXT);
        page.send(new LabCommand.Step(), new LabCommand.Step(), new LabCommand.Predict(0));
        LabReport.Predicted predicted = page.last(LabReport.Predicted.class);
        int position = (int) predicted.position();
        assertEquals(position, predicted.before().size());
        assertEquals(TEXT.charAt(position), predicted.truth());
        page.send(new LabCommand.Step());
        double charged = page.bits().get(position);
        assertEquals(charged, -Math.log(predicted.probabilities().at(predicted.truth())) / Math.log(2), 1e-3);
        page.send(new LabCommand.Predict(3));
        assertEquals(
                TEXT.charAt((int) page.position() + 3),
                page.last(LabReport.Predicted.class).truth());
        assertEquals(
                page.position() + 3,
                page.last(LabReport.Predicted.class).before().size());
    }

    @Test
    void bothDistributionsSumToOne() {
        read();
        page.startWith(TEXT);
        page.send(new LabCommand.Step(), new LabCommand.Predict(2));
        LabReport.Predicted predicted = page.last(LabReport.Predicted.class);
        double model = 0;
        double order0 = 0;
        for (int value = 0; value < 256; value++) {
            model += predicted.probabilities().at(value);
            order0 += predicted.order0().at(value);
        }
        assertEquals(1, model, 1e-4);
        assertEquals(1, order0, 1e-4);
        assertNotEquals(predicted.order0(), predicted.probabilities());
    }

    @Test
    void whereTheStreamEndsThereIsNothingToGuess() {
        read();
        page.send(new LabCommand.Predict(0));
        assertEquals(-1, page.last(LabReport.Predicted.class).truth());
        assertTrue(page.all(LabReport.Failed.class).isEmpty());
    }

    @Test
    void aTextThatIsPutInIsTheNextThatIsReadAndTheRestFollows() {
        page.startWith(TEXT);
        page.loop.tick(0.1);
        page.send(new LabCommand.Step(), new LabCommand.Insert(LabPage.bytes("zebra zebra")));
        int from = (int) page.position();
        assertEquals(new LabReport.Inserted(page.run(), from, from + 13), page.last(LabReport.Inserted.class));
        page.loop.exhaust();
        assertTrue(page.position() >= from + 13 && page.position() < TEXT.length(), "paused at " + page.position());
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(TEXT.length() + 13, page.position());
        String expected = TEXT.substring(0, from) + "\nzebra zebra\n" + TEXT.substring(from);
        assertEquals(expected, read(page));
        LabPage given = new LabPage();
        given.startWith(expected);
        given.loop.tick(0.1);
        given.send(new LabCommand.Run());
        given.loop.exhaust();
        assertEquals(given.bits(), page.bits());
        assertTrue(page.last(LabReport.Progress.class).prequential());
    }

    private static String read(LabPage page) {
        StringBuilder text = new StringBuilder();
        for (LabReport.Read read : page.all(LabReport.Read.class)) {
            text.append(new String(read.bytes().toArray(), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        page.startWith(TEXT);
        page.send(new LabCommand.Suppose(1, Bytes.of(new byte[5000]), 0));
        assertTrue(page.last(LabReport.Failed.class).message().contains("at most 4096"));
        page.send(new LabCommand.Insert(Bytes.of(new byte[5000])));
        assertTrue(page.last(LabReport.Failed.class).message().contains("at most 4096"));
        page.send(new LabCommand.Predict(5000));
        assertTrue(page.last(LabReport.Failed.class).message().contains("from 0 to 4096"));
    }

    private void read() {
        page.startWith(TEXT);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
    }

    private static LabCommand.Suppose suppose(String text) {
        return new LabCommand.Suppose(1, LabPage.bytes(text), 0);
    }

    private List<Float> charges() {
        List<Float> bits = new ArrayList<>();
        for (LabReport.Supposed piece : page.all(LabReport.Supposed.class)) {
            assertEquals(piece.from(), piece.id() == 1 ? bits.size() : piece.from());
            for (int i = 0; i < piece.bits().size(); i++) {
                bits.add(piece.bits().at(i));
            }
        }
        return bits;
    }

    private static double sum(List<Float> bits) {
        double sum = 0;
        for (float each : bits) {
            sum += each;
        }
        return sum;
    }
}
