package microgpt.step;

import java.util.ArrayList;
import java.util.List;
import microgpt.model.ModelConfig;
import microgpt.names.Characters;
import microgpt.names.NameSampler;
import microgpt.numeric.Draws;
import microgpt.scalar.ScalarGpt;
import microgpt.scalar.Value;

/** A name being written, one token at a time, with the draw that chose each. */
public final class NameWriting {
    private final ScalarGpt gpt;
    private final ModelConfig config;
    private final Characters characters;
    private final Draws draws;
    private final List<Integer> read = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean ended;

    NameWriting(ScalarGpt gpt, Characters characters, Draws draws) {
        this.gpt = gpt;
        this.characters = characters;
        this.draws = draws;
        config = gpt.config();
        read.add(characters.bos());
    }

    /** One token drawn. */
    public static final class Drawn {
        private final List<Integer> context;
        private final double[] chances;
        private final double draw;
        private final int token;
        private final PositionRecord snapshot;

        private Drawn(List<Integer> context, double[] chances, double draw, int token, PositionRecord snapshot) {
            this.context = context;
            this.chances = chances;
            this.draw = draw;
            this.token = token;
            this.snapshot = snapshot;
        }

        /** The tokens read, the first of which begins the text. */
        public List<Integer> context() {
            return context;
        }

        /** The chance of each token at the temperature asked for; not to be written to. */
        public double[] chances() {
            return chances;
        }

        /** The point between 0 and the sum of the chances that was drawn: the token is the one whose stretch holds it. */
        public double draw() {
            return draw;
        }

        public int token() {
            return token;
        }

        /** All numbers behind it; its probabilities are those of temperature 1. */
        public PositionRecord snapshot() {
            return snapshot;
        }
    }

    /** Draws the next token. The whole context is read anew: the weights may have changed since the last. */
    public Drawn step(double temperature) {
        if (!goesOn()) {
            throw new IllegalStateException("the name has ended: begin another");
        }
        ScalarGpt.Window window = gpt.window();
        Value[] logits = {};
        for (int token : read) {
            logits = gpt.read(window, token);
        }
        double[] numbers = new double[logits.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = logits[i].data();
        }
        double[] chances = NameSampler.DEFAULT.at(temperature).probabilities(numbers);
        double draw = draws.uniform() * sum(chances);
        int token = holding(draw, chances);
        PositionRecord snapshot = PositionRecord.of(window, config, ScalarGpt.probabilities(logits), null);
        Drawn drawn = new Drawn(List.copyOf(read), chances, draw, token, snapshot);
        take(token);
        return drawn;
    }

    private void take(int token) {
        if (token == characters.bos()) {
            ended = true;
        } else {
            text.append(characters.text(token));
            read.add(token);
        }
    }

    private static double sum(double[] chances) {
        double sum = 0;
        for (double chance : chances) {
            sum += chance;
        }
        return sum;
    }

    /** The chances laid end to end: the first whose end lies beyond {@code point}. */
    static int holding(double point, double[] chances) {
        double reached = 0;
        int last = 0;
        for (int i = 0; i < chances.length; i++) {
            reached += chances[i];
            if (chances[i] > 0) {
                last = i;
                if (point < reached) {
                    break;
                }
            }
        }
        return last;
    }

    /** Whether neither the end has been drawn nor the context is full. */
    public boolean goesOn() {
        return !ended && read.size() <= config.contextLength();
    }

    /** What was written so far. */
    public String text() {
        return text.toString();
    }
}
