package microgpt.worker.step;

import java.util.ArrayList;
import java.util.List;
import microgpt.names.CharacterModel;
import microgpt.protocol.Reals;
import microgpt.protocol.step.StepReport;
import microgpt.step.NameWriting;
import microgpt.step.PositionRecord;
import microgpt.step.Step;
import microgpt.step.Stepper;

/** What a stepper does, as messages. */
final class StepReports {
    private StepReports() {}

    static StepReport.Loaded loaded(int model, Stepper of) {
        List<String> characters = new ArrayList<>();
        for (int token = 0; token < of.characters().bos(); token++) {
            characters.add(of.characters().text(token));
        }
        List<StepReport.Matrix> matrices = new ArrayList<>();
        for (CharacterModel.Matrix matrix : of.matrices()) {
            matrices.add(new StepReport.Matrix(matrix.name(), matrix.rows(), matrix.columns()));
        }
        return new StepReport.Loaded(
                model, of.documents(), of.cutDocuments(), characters, of.weights().length, matrices);
    }

    static StepReport.Row row(Step step) {
        return new StepReport.Row(
                step.number(),
                step.place().document(),
                step.text(),
                step.place().position(),
                step.token(),
                step.target(),
                step.loss(),
                step.learningRate());
    }

    static StepReport.Seen seen(int model, Stepper of, StepReport.Scene scene, Step step) {
        List<Integer> context = new ArrayList<>();
        int[] document = of.characters().document(step.text());
        for (int t = 0; t <= step.place().position(); t++) {
            context.add(document[t]);
        }
        return new StepReport.Seen(model, scene, step.number(), context, step.target(), parts(step.snapshot()));
    }

    static StepReport.Seen seen(int model, Stepper of, NameWriting.Drawn drawn) {
        return new StepReport.Seen(
                model, StepReport.Scene.WRITING, of.steps(), drawn.context(), -1, parts(drawn.snapshot()));
    }

    static StepReport.Drawn drawn(int model, NameWriting writing, NameWriting.Drawn drawn) {
        return new StepReport.Drawn(
                model,
                drawn.context(),
                Reals.of(drawn.chances()),
                drawn.draw(),
                drawn.token(),
                writing.text(),
                !writing.goesOn());
    }

    private static List<StepReport.Part> parts(PositionRecord snapshot) {
        List<StepReport.Part> parts = new ArrayList<>();
        for (String name : snapshot.names()) {
            parts.add(new StepReport.Part(name, Reals.of(snapshot.values(name)), Reals.of(snapshot.gradients(name))));
        }
        return parts;
    }
}
