package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The page that trains by batches, as a reader uses it. */
record TrainLab(Lab lab) {
    /** A run that a slow machine makes in a few seconds. */
    static final String TINY = "preset=tiny&text=stories&bytes=20000&n_layers=1&d_model=16&n_heads=2&d_mlp=32"
            + "&batch_size=4&eval_interval=20&eval_batches=2&sample_interval=1000"
            + "&checkpoint_interval=20&max_steps=60";

    /** Opens the page with a recipe, {@code ""} for the default, and waits until a run can be started. */
    TrainLab open(String recipe) {
        lab.page().navigate(lab.site() + "train.html" + (recipe.isEmpty() ? "" : "#v=4&" + recipe));
        assertThat(at("status")).hasAttribute("data-mood", "ready");
        return this;
    }

    /** Starts a run of what is set up, and waits until it trains, or has trained already. */
    TrainLab start() {
        return begin().waitForStep(1);
    }

    /** Starts a run of what is set up. */
    TrainLab begin() {
        at("run").click();
        at("preflight-start").click(); // waits until the worker has said what the run needs
        return this;
    }

    TrainLab pause() {
        at("run").click();
        return waitForMood("paused");
    }

    TrainLab resume() {
        at("run").click();
        return this;
    }

    /** Waits until all planned steps are made. */
    TrainLab waitForEnd() {
        return waitForMood("done");
    }

    /** One of loading, ready, running, paused, done. */
    TrainLab waitForMood(String mood) {
        lab.until("document.querySelector('[data-testid=status]')?.dataset.mood === '" + mood + "'");
        return this;
    }

    TrainLab waitForStep(long atLeast) {
        lab.until("Number(document.querySelector('[data-testid=step]')?.dataset.step) >= " + atLeast);
        return this;
    }

    /** The exact number of steps made, as the page last showed. */
    long step() {
        return Long.parseLong(at("step").getAttribute("data-step"));
    }

    Locator at(String testId) {
        return lab.at(testId);
    }

    Page page() {
        return lab.page();
    }
}
