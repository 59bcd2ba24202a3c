package microgpt.web.explore;

import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.CellScale;
import microgpt.web.chart.ModelParts;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.shell.Theme;
import microgpt.web.text.ModelText;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The model, drawn as it learns: its diagram, the map of its embeddings, and one part large. Asked for only while in sight. */
final class ModelView {
    private static final String WIDE = "(min-width: 1500px)";

    private final Commands<LabCommand> worker;
    private final HTMLElement note;
    private final HTMLElement scaleText;
    private final HTMLInputElement changes;
    private final ModelDiagram diagram;
    private final PartDetail detail;
    private final ByteMapView map;
    private @Nullable LabReport.ModelPicture newest;
    private boolean offered;
    private boolean seesDiagram;
    private boolean seesDetail;
    private boolean seesMap;

    ModelView(Panel root, Frames frames, Theme theme, Commands<LabCommand> worker) {
        this.worker = worker;
        note = root.part("model-note");
        scaleText = root.part("model-scale");
        changes = root.as("model-changes");
        HTMLElement picture = root.part("model-diagram");
        diagram = new ModelDiagram(picture, frames, theme, this::toggle);
        detail = new PartDetail(root, frames, theme, this::close);
        map = new ByteMapView(root, frames, theme);
        changes.onEvent("change", event -> redraw());
        root.part("model-weights").onEvent("change", event -> redraw());
        root.part("model-card").setHidden(false);
        Browser.onVisible(picture, visible -> {
            seesDiagram = visible;
            watch();
        });
        Browser.onVisible(root.part("model-detail"), visible -> {
            seesDetail = visible;
            watch();
        });
        Browser.onVisible(root.part("byte-map"), visible -> {
            seesMap = visible;
            watch();
        });
    }

    void show(LabReport.Started started) {
        newest = null;
        map.show(started);
        detail.show(started);
    }

    void show(LabReport.ModelPicture picture) {
        newest = picture;
        Dom.text(note, ModelText.of(picture.shape()));
        redraw();
        if (!offered) {
            openFirst(picture.shape());
        }
    }

    void show(LabReport.EmbeddingMap report) {
        map.show(report);
    }

    void show(LabReport.Attention report) {
        detail.show(report);
    }

    private void redraw() {
        LabReport.ModelPicture picture = newest;
        if (picture != null) {
            CellScale scale = CellScale.of(picture, changes.isChecked());
            diagram.show(picture, scale);
            detail.show(picture, scale);
            Dom.text(scaleText, "strongest colour: " + Numbers.significant(scale.matrices()) + " from 0, or more");
        }
    }

    private void toggle(ModelParts.Part part) {
        if (part.name().equals(detail.opened())) {
            close();
        } else {
            open(part);
            detail.bringIntoSight();
        }
    }

    private void open(ModelParts.Part part) {
        detail.open(part);
        diagram.mark(part.name());
        redraw();
        watch();
    }

    /** On a wide screen there is room beside the model: the attention of the first layer stands there until the reader opens another part. */
    private void openFirst(LabReport.ModelShape shape) {
        offered = true;
        if (!Browser.matches(WIDE)) {
            return;
        }
        for (ModelParts.Row row : ModelParts.of(shape)) {
            for (ModelParts.Part part : row.parts()) {
                if (part.kind() == ModelParts.Kind.ATTENTION && part.layer() == 0) {
                    open(part);
                }
            }
        }
    }

    private void close() {
        detail.close();
        diagram.mark("");
        watch();
    }

    private void watch() {
        boolean wanted = seesDiagram || (seesDetail && !detail.opened().isEmpty());
        worker.send(new LabCommand.WatchModel(wanted, seesMap, detail.opened()));
    }
}
