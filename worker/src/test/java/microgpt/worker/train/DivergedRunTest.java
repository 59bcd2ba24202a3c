package microgpt.worker.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import microgpt.checkpoint.Checkpoint;
import microgpt.compute.JavaBackend;
import microgpt.config.BatchRecipe;
import microgpt.model.Initializer;
import microgpt.model.Weights;
import microgpt.numeric.Rng;
import microgpt.protocol.Bytes;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainCommand.Generation;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.storage.MemoryDisk;
import org.junit.jupiter.api.Test;

/** A run whose weights overflow in an update that is to be saved. */
class DivergedRunTest {
    private static final String MODEL =
            TrainPage.MODEL.replace("\"tie_embeddings\": true", "\"tie_embeddings\": false");
    private static final String TRAINING =
            TrainPage.training(3).replace("\"weight_decay\": 0.1", "\"weight_decay\": 10.0");

    /** With that decay, an update at this rate multiplies a weight by -499; one at the recipe's own, by 0.9. */
    private static final double TOO_LARGE = 50;

    private final MemoryDisk files = new MemoryDisk();
    private final TrainPage page = new TrainPage(files);

    /** A run with three saved steps, at a rate by which a weight overflows that no byte of the text ever meets. */
    private String prepare() {
        BatchRecipe recipe = BatchRecipe.parse(MODEL, "the model", TRAINING, "the training");
        Weights weights = new Weights(recipe.batches().model(), JavaBackend.alone());
        Initializer.initialize(weights, recipe.batches().model(), Rng.seeded(1));
        weights.wte.set('Z', 0, 3e37f);
        page.load("the cat sat on the mat. a dog lay by the log. ".repeat(8));
        page.send(
                new TrainCommand.ImportFile("large", Bytes.of(Checkpoint.ofWeights(recipe, weights)), true),
                new TrainCommand.Start("first", MODEL, TRAINING, true),
                new TrainCommand.Run());
        page.loop.exhaust();
        assertEquals(List.of(), page.all(TrainReport.Failed.class));
        assertEquals(3, page.last(TrainReport.Saved.class).steps());
        page.send(new TrainCommand.SetLearningRate(TOO_LARGE));
        return page.last(TrainReport.Started.class).run();
    }

    private String diverge() {
        String run = prepare();
        page.send(new TrainCommand.GoOn(1));
        page.loop.exhaust();
        return run;
    }

    @Test
    void itsLastGoodStateStaysAndThePageIsTold() {
        String run = diverge();
        assertEquals(3, page.last(TrainReport.Saved.class).steps());
        TrainReport.Failed told = page.last(TrainReport.Failed.class);
        assertTrue(told.message().startsWith("the weight wte became "), told.message());
        assertTrue(told.message().endsWith("the run ends here, and is safe up to step 3"), told.message());
        assertFalse(page.last(TrainReport.Transport.class).running());
        TrainPage reloaded = new TrainPage(files);
        reloaded.send(new TrainCommand.Resume(run, Generation.NEWEST));
        assertEquals(run, reloaded.last(TrainReport.Started.class).run());
        assertEquals(3, reloaded.last(TrainReport.Started.class).losses().made());
        assertEquals(List.of(), reloaded.all(TrainReport.Failed.class));
    }

    @Test
    void itCanBeLeftAndTakenUpAgainWhereItWasGood() {
        String run = diverge();
        page.send(new TrainCommand.Run());
        TrainReport.Failed told = page.last(TrainReport.Failed.class);
        assertTrue(told.message().contains("go on from where it was saved"), told.message());
        page.send(new TrainCommand.Resume(run, Generation.NEWEST), new TrainCommand.GoOn(5));
        page.loop.exhaust();
        assertEquals(8, page.last(TrainReport.Saved.class).steps());
    }

    @Test
    void oneThatWasLeftAtThatMomentMakesRoomForTheNext() {
        prepare();
        page.send(new TrainCommand.GoOn(100));
        while (page.last(TrainReport.Progress.class).steps() < 4) {
            page.loop.turn();
        }
        page.send(new TrainCommand.Stop());
        assertTrue(page.last(TrainReport.Failed.class).message().startsWith("the weight wte became "));
        assertEquals("", page.last(TrainReport.Transport.class).run());
    }
}
