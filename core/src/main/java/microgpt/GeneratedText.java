package microgpt;

import java.util.ArrayList;
import java.util.List;
import microgpt.MicroGpt.Generated;
import microgpt.names.CharacterModel;
import microgpt.names.Characters;
import microgpt.names.NameSampler;
import microgpt.names.PositionView;
import microgpt.numeric.Draws;

/** A text that a {@link MicroGpt} is writing, one token a step. */
public final class GeneratedText {
    private final CharacterModel model;
    private final Characters characters;
    private final int most;
    private final NameSampler sampling;
    private final Draws draws;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> tokens = new ArrayList<>();
    private final List<PositionView> views = new ArrayList<>();
    private final List<double[]> chances = new ArrayList<>();
    private double[] logits;
    private boolean ended;

    GeneratedText(CharacterModel model, Characters characters, int most, NameSampler sampling, Draws draws) {
        this.model = model;
        this.characters = characters;
        this.most = most;
        this.sampling = sampling;
        this.draws = draws;
        int[] prompt = characters.tokens(sampling.prompt());
        if (prompt.length >= most) {
            throw new IllegalArgumentException(
                    "a prompt of " + prompt.length + " characters leaves no room in " + most);
        }
        model.begin();
        logits = model.read(characters.bos());
        for (int token : prompt) {
            take(token);
            logits = model.read(token);
        }
    }

    private void take(int token) {
        tokens.add(token);
        text.append(characters.text(token));
    }

    /** Whether neither the end has come nor the context is full. */
    public boolean goesOn() {
        return !ended && tokens.size() < most;
    }

    /** Draws the next token, and returns it: a character or the end. */
    public int step() {
        double[] now = sampling.probabilities(logits);
        chances.add(now);
        views.add(model.view(tokens.size()));
        int token = sampling.choose(now, draws);
        if (token == characters.bos()) {
            ended = true;
        } else {
            take(token);
            if (goesOn()) {
                logits = model.read(token);
            }
        }
        return token;
    }

    /** What was written so far. */
    public Generated result() {
        return new Generated(text.toString(), List.copyOf(tokens), List.copyOf(views), List.copyOf(chances));
    }
}
