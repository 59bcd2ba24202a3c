package microgpt.web.step;

import java.util.function.DoubleConsumer;
import microgpt.numeric.Nullable;
import microgpt.protocol.step.StepReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import org.teavm.jso.dom.html.HTMLElement;

/** What can be done about a run that has diverged: to begin again, with a lower learning rate or with the same. */
final class DivergenceView {
    private final HTMLElement choices;
    private final HTMLElement lower;
    private @Nullable DivergenceText text;

    /** {@code onAgain} begins again at a learning rate. */
    DivergenceView(Panel root, DoubleConsumer onAgain) {
        choices = root.part("diverged");
        lower = root.part("diverged-lower");
        lower.onClick(event -> {
            if (text != null) {
                onAgain.accept(text.lowerRate());
            }
        });
        root.part("diverged-again").onClick(event -> {
            if (text != null) {
                onAgain.accept(text.rate());
            }
        });
    }

    void clear() {
        choices.setHidden(true);
    }

    /** Offers what can be done; what happened is returned. */
    String show(StepReport.Diverged report) {
        DivergenceText of = new DivergenceText(report.step(), report.loss(), report.learningRate());
        text = of;
        Dom.text(lower, "Begin again at a learning rate of " + of.lowerRate());
        choices.setHidden(false);
        return of.sentence();
    }
}
