package microgpt.protocol.step;

/** What the page that steps through a GPT says to its worker. */
public sealed interface StepCommand {

    /** Builds a model for the names in {@code lines}, one a line; answered by {@link StepReport.Loaded} and a {@link StepReport.Seen}. */
    record Load(String lines, int layers, int heads, int width, int context, long seed, int steps, double learningRate)
            implements StepCommand {
        /** The same names and shape, learned for so many steps at that rate. */
        public Load with(int otherSteps, double otherRate) {
            return new Load(lines, layers, heads, width, context, seed, otherSteps, otherRate);
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Stops, and takes one step: predicts one position, and learns from it. */
    record Forward() implements StepCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Steps until stopped or until the last step planned; 0 steps a second means as fast as the machine can. */
    record Run(double stepsPerSecond) implements StepCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Stops between two steps. */
    record Stop() implements StepCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Plans another number of steps, and another rate, from the next step on. */
    record Tune(int steps, double learningRate) implements StepCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Gives a parameter another value, and predicts the latest position again without learning from it. */
    record Edit(int parameter, double weight) implements StepCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Asks for all weights and their latest gradients; answered by {@link StepReport.Weights}. */
    record ShowWeights() implements StepCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Writes one token of a name, the first if the last name has ended; answered by {@link StepReport.Drawn}. */
    record Draw(double temperature) implements StepCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** Writes whole names; answered by a {@link StepReport.Written} each. */
    record Write(int count, double temperature) implements StepCommand {
        @Override
        public void deliverTo(Handler handler) {
            handler.on(this);
        }
    }

    /** One method for each command: the exhaustive switch that Java 17 lacks. */
    interface Handler {
        void on(Load load);

        void on(Forward forward);

        void on(Run run);

        void on(Stop stop);

        void on(Tune tune);

        void on(Edit edit);

        void on(ShowWeights showWeights);

        void on(Draw draw);

        void on(Write write);
    }

    void deliverTo(Handler handler);
}
