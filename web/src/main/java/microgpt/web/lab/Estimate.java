package microgpt.web.lab;

import microgpt.engine.OnlineConfig;

/** What a recipe will take, before it is started. */
record Estimate(int parameters, long memoryBytes) {
    static Estimate of(OnlineConfig run) {
        return new Estimate(run.model().parameterCount(), run.memoryBytes());
    }
}
