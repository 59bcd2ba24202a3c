package microgpt.web.lab;

import java.util.EnumSet;
import java.util.Set;
import microgpt.web.chart.Acts;
import microgpt.web.chart.Curves;
import microgpt.web.chart.Curves.Curve;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The names of the curves, each with its switch; those that only some runs have are named once there is something to draw. */
final class CurveLegend {
    private static final Set<Curve> SOMETIMES =
            EnumSet.of(Curve.GZIP, Curve.CACHE, Curve.TRANSFORMER, Curve.COUNTS, Curve.FIXED_SHARE);

    private final Panel root;
    private final Set<Curve> present = EnumSet.noneOf(Curve.class);

    /** {@code onChange} is called when a switch was pressed. */
    CurveLegend(Panel root, Runnable onChange) {
        this.root = root;
        for (Curve curve : Curve.values()) {
            input(curve).onEvent("change", event -> onChange.run());
        }
    }

    private HTMLInputElement input(Curve curve) {
        return switch (curve) {
            case FAST, FAST_MIN, FAST_MAX -> root.as("show-fast");
            case SLOW -> root.as("show-slow");
            case WHOLE -> root.as("show-whole");
            case GZIP -> root.as("show-gzip");
            case CACHE -> root.as("show-cache");
            case TRANSFORMER -> root.as("show-transformer");
            case COUNTS -> root.as("show-counts");
            case FIXED_SHARE, FIXED_SHARE_BOUND -> root.as("show-fixed-share");
            case PPM -> root.as("show-ppm");
            case ORDER_2 -> root.as("show-order2");
            case ORDER_0 -> root.as("show-order0");
        };
    }

    boolean isShown(Curve curve) {
        return input(curve).isChecked();
    }

    private HTMLElement item(Curve curve) {
        return switch (curve) {
            case GZIP -> root.part("legend-gzip");
            case CACHE -> root.part("legend-cache");
            case TRANSFORMER -> root.part("legend-transformer");
            case COUNTS -> root.part("legend-counts");
            default -> root.part("legend-fixed-share");
        };
    }

    /** Another run begins. */
    void clear() {
        present.clear();
        for (Curve curve : SOMETIMES) {
            item(curve).setHidden(true);
        }
    }

    /** Says of each mechanism that is marked how often it acts; where it has not, nothing. */
    void show(Acts acts) {
        for (Acts.Kind kind : Acts.Kind.values()) {
            HTMLElement item = root.part(part(kind));
            Acts.Drawing drawing = acts.drawing(kind);
            item.setHidden(drawing == Acts.Drawing.NOT);
            Dom.text(
                    root.part(part(kind) + "-share"),
                    Numbers.percent(acts.share(kind)) + " of steps"
                            + (drawing == Acts.Drawing.EVENLY ? ", about evenly: not drawn" : ""));
        }
    }

    private static String part(Acts.Kind kind) {
        return switch (kind) {
            case BOOSTED -> "legend-boosted";
            case CLIPPED -> "legend-clipped";
            case SKIPPED -> "legend-skipped";
        };
    }

    /** Names what there is to draw. */
    void show(Curves curves) {
        for (Curve curve : SOMETIMES) {
            if (curves.has(curve) && present.add(curve)) {
                item(curve).setHidden(false);
            }
        }
    }
}
