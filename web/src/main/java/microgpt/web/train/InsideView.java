package microgpt.web.train;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabReport;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainCommand.Ablation;
import microgpt.protocol.train.TrainCommand.Part;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.AttentionView;
import microgpt.web.shell.Commands;
import microgpt.web.shell.Theme;
import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** How the model sees a text: what it expects next, where it looks, and what changes without a part of it. */
final class InsideView {
    /** Less than an even share of the longest window, so that a head that looks everywhere is seen to. */
    private static final double FAINTEST = 0.001;

    private static final Ablation NOTHING = new Ablation(Part.NOTHING, 0, 0);

    private final Commands<TrainCommand> commands;
    private final HTMLElement hint;
    private final HTMLElement body;
    private final HTMLElement when;
    private final HTMLElement since;
    private final HTMLButtonElement again;
    private final HTMLSelectElement without;
    private final HTMLElement change;
    private final HTMLElement title;
    private final HTMLElement nextBox;
    private final CandidateBars next;
    private final CandidateBars whole;
    private final LensTable lens;
    private final ContextView read;
    private final AttentionView attention;
    private final HeadView head;
    private final List<Ablation> ablations = new ArrayList<>();
    private @Nullable TrainReport.Inside newest;
    private byte[] text = {};
    private int written;
    private int asked;
    private long steps;
    private boolean open;

    InsideView(Panel root, Frames frames, Theme theme, Commands<TrainCommand> commands) {
        hint = root.part("inside-hint");
        body = root.part("inside-body");
        when = root.part("inside-when");
        since = root.part("inside-since");
        again = root.as("inside-again");
        without = root.as("ablation");
        change = root.part("ablation-note");
        title = root.part("inside-next-title");
        nextBox = root.part("inside-next-box");
        next = new CandidateBars(root.part("inside-next"));
        whole = new CandidateBars(root.part("inside-whole"));
        this.commands = commands;
        lens = new LensTable(root);
        read = new ContextView(root, theme);
        attention = new AttentionView(root, frames, theme, FAINTEST);
        head = new HeadView(root, frames, theme);
        attention.onPick(head::pick);
        without.onEvent("change", event -> ask());
        again.onClick(event -> ask());
    }

    /** Looks at how the model comes to {@code value} after {@code before}. */
    void look(byte[] before, int value) {
        if (!open) {
            return; // said beside the samples
        }
        text = before;
        written = value;
        ask();
    }

    private void ask() {
        asked++;
        int chosen = ablations.isEmpty() ? 0 : Integer.parseInt(without.getValue());
        commands.send(new TrainCommand.LookInside(
                asked, Bytes.of(text), ablations.isEmpty() ? NOTHING : ablations.get(chosen)));
    }

    void show(TrainReport.Started report) {
        newest = null;
        asked++; // no answer that is still on its way counts
        ablations.clear();
        without.clear();
        body.setHidden(true);
        hint.setHidden(false);
    }

    void show(TrainReport.Transport report) {
        open = !report.run().isEmpty();
        without.setDisabled(report.run().isEmpty());
        again.setDisabled(report.run().isEmpty());
        age(report.steps());
    }

    void show(TrainReport.Progress report) {
        age(report.steps());
    }

    void show(TrainReport.Inside report) {
        if (report.id() != asked) {
            return;
        }
        boolean first = newest == null;
        newest = report;
        offer(report);
        body.setHidden(false);
        hint.setHidden(true);
        Dom.text(when, sentence(report.whole()));
        age(Math.max(steps, report.steps()));
        whole.show(report.whole(), written);
        since.setAttribute("data-length", Integer.toString(report.length()));
        compare(ablations.get(Integer.parseInt(without.getValue())), report);
        lens.show(report.lens(), written);
        read.show(text, report, written);
        LabReport.Attention maps = maps(report);
        attention.show(maps);
        head.show(maps);
        if (first) {
            body.scrollIntoView();
        }
    }

    private void compare(Ablation part, TrainReport.Inside report) {
        boolean nothing = part.part() == Part.NOTHING;
        nextBox.setHidden(nothing);
        Dom.text(title, "Without " + name(part));
        next.show(report.next(), written);
        change.setAttribute("data-divergence", Double.toString(report.divergence()));
        Dom.text(
                change,
                nothing
                        ? ""
                        : "Without " + name(part) + " its prediction is " + Numbers.significant(report.divergence())
                                + " nats (KL divergence) away from what it was. Everything below is without it, too.");
    }

    /** The parts that this model could do without. */
    private void offer(TrainReport.Inside report) {
        if (!ablations.isEmpty()) {
            return;
        }
        ablations.add(NOTHING);
        for (int layer = 0; layer < report.layers(); layer++) {
            for (int h = 0; h < report.heads(); h++) {
                ablations.add(new Ablation(Part.HEAD, layer, h));
            }
            ablations.add(new Ablation(Part.MLP, layer, 0));
        }
        for (int i = 0; i < ablations.size(); i++) {
            Dom.append(without, "option", "", name(ablations.get(i))).setAttribute("value", Integer.toString(i));
        }
    }

    private static String name(Ablation part) {
        return switch (part.part()) {
            case NOTHING -> "nothing";
            case HEAD -> "head " + (part.head() + 1) + " of layer " + (part.layer() + 1);
            case MLP -> "the MLP of layer " + (part.layer() + 1);
        };
    }

    private LabReport.Attention maps(TrainReport.Inside report) {
        List<Integer> tokens = new ArrayList<>();
        for (int i = text.length - report.length(); i < text.length; i++) {
            tokens.add(text[i] & 255);
        }
        return new LabReport.Attention(0, report.layers(), report.heads(), report.length(), tokens, report.attention());
    }

    private String sentence(List<TrainReport.Choice> choices) {
        TrainReport.Choice likeliest = choices.get(0);
        double given = Double.NaN;
        for (TrainReport.Choice choice : choices) {
            given = choice.value() == written ? choice.probability() : given;
        }
        String most = "After " + Glyphs.name(text[text.length - 1] & 255) + " it predicts "
                + Glyphs.name(likeliest.value()) + " most, with " + Numbers.percent(likeliest.probability());
        if (likeliest.value() == written) {
            return most + ", and that was written.";
        }
        return most + ". Written was " + Glyphs.name(written)
                + (Double.isNaN(given)
                        ? ", which is not among the ten likeliest."
                        : ", which has " + Numbers.percent(given) + ".");
    }

    /** Weights move on while the reader looks. */
    private void age(long now) {
        steps = now;
        TrainReport.Inside of = newest;
        if (of != null) {
            long more = now - of.steps();
            Dom.text(
                    since,
                    "Computed with the weights after step " + Numbers.grouped(of.steps())
                            + (more == 0
                                    ? ", the present ones"
                                    : ", " + Numbers.grouped(more) + (more == 1 ? " step" : " steps") + " ago")
                            + ", from the last " + Numbers.bytes(of.length()) + " before it, at temperature 1.");
        }
    }
}
