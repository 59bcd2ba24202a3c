package microgpt.cli;

import java.io.IOException;
import java.util.List;
import microgpt.checkpoint.Checkpoint;
import microgpt.compute.Backend;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.engine.BatchConfig;
import microgpt.engine.Evaluation;
import microgpt.model.Gpt;

/** The command that says how well a saved model predicts a text. */
final class Evaluate {
    private static final String HELP = """
            usage: microgpt evaluate --checkpoint MODEL [options] FILE

            Predicts every byte of FILE with the model, learns nothing, and prints the mean loss as a line of JSON.

              --threads N       how many processors to use (default all)
              --validation      only the part of FILE that the run did not train on
            """;

    private static final List<String> OPTIONS = List.of("--checkpoint", "--threads");
    private static final List<String> FLAGS = List.of("--validation", "--help");

    private Evaluate() {}

    static void run(Console console, List<String> args) throws IOException {
        Arguments arguments = new Arguments(args, OPTIONS, FLAGS);
        if (arguments.has("--help")) {
            console.out().print(HELP);
            return;
        }
        Checkpoint checkpoint = Models.checkpoint(arguments.required("--checkpoint"));
        String file = arguments.operand("FILE");
        ByteStream text = Models.text(file);
        Backend on = Models.backend(arguments);
        long from = arguments.has("--validation") ? validationStart(checkpoint, file, text) : 0;
        Evaluation result =
                Evaluation.of(new Gpt(checkpoint.model(), on, 1), checkpoint.weights(on), text, from, text.size());
        console.out()
                .println("{\"tokens\":" + result.tokens() + ",\"loss\":" + result.loss() + ",\"bits_per_byte\":"
                        + result.bitsPerByte() + ",\"perplexity\":" + result.perplexity() + "}");
    }

    /** Where the part begins that the run did not train on. A run knows its text; a model alone does not, and takes any. */
    private static long validationStart(Checkpoint checkpoint, String file, ByteStream text) {
        BatchConfig config = checkpoint.batches().batches();
        DatasetManifest given = DatasetManifest.of(file, text, config.trainSplit(), config.seed());
        if (checkpoint.kind() == Checkpoint.Kind.BATCHES) {
            checkpoint.manifest().checkSameAs(given);
        }
        return given.trainTokens();
    }
}
