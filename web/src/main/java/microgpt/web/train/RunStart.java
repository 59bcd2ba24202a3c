package microgpt.web.train;

import microgpt.config.BatchRecipe;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Commands;

/** How a run begins: its recipe is sound, its text is there, the reader knows what it needs; then it is built, and trains. */
final class RunStart {
    private final Commands<TrainCommand> commands;
    private final Banner banner;
    private final StatusView status;
    private final SetupView setup;
    private final RecipeView recipe;
    private final PreflightView preflight;
    /** The number of the command that builds it; 0 if none is being built. */
    private int building;

    RunStart(
            Commands<TrainCommand> commands,
            Banner banner,
            StatusView status,
            SetupView setup,
            RecipeView recipe,
            PreflightView preflight) {
        this.commands = commands;
        this.banner = banner;
        this.status = status;
        this.setup = setup;
        this.recipe = recipe;
        this.preflight = preflight;
    }

    /** Begins what is set up. */
    void start() {
        if (!recipe.complaint().isEmpty()) {
            banner.say("This recipe cannot be trained: " + recipe.complaint() + ".");
            return;
        }
        BatchRecipe chosen = recipe.recipe();
        begin(chosen, new TrainCommand.Start("", chosen.modelJson(), chosen.trainingJson(), false));
    }

    /** Begins from the weights that were imported last. */
    void startFromImported(String name, BatchRecipe chosen) {
        begin(chosen, new TrainCommand.Start(name, chosen.modelJson(), chosen.trainingJson(), true));
    }

    private void begin(BatchRecipe chosen, TrainCommand.Start command) {
        banner.clear();
        setup.provide(() -> preflight.ask(chosen, () -> {
            status.starting(chosen.batches().model().parameterCount());
            building = commands.send(command);
        }));
    }

    /** Loads a saved run, and trains on. */
    void resume(TrainCommand.Resume command) {
        banner.clear();
        setup.forget();
        building = commands.send(command);
    }

    /** What was being built stands there: it is to train. */
    void show(TrainReport.Started report) {
        if (building > 0) {
            building = 0;
            commands.send(new TrainCommand.Run());
        }
    }

    /** What was being built may be what failed. */
    void show(TrainReport.Failed report) {
        if (building > 0 && report.command() == building) {
            building = 0;
            status.failed();
        }
    }
}
