package microgpt.web.step;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.protocol.step.StepReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The whole network as boxes, and the way through them, one after the other. */
final class NetworkView {
    private static final double DRAW_MILLIS = 60;

    private final Theme theme;
    private final HTMLElement network;
    private final HTMLElement readout;
    private final HTMLElement note;
    private final DetailView detail;
    private final Frames.Slot slot;
    private final Traversal traversal = new Traversal();
    private final List<BoxView> views = new ArrayList<>();
    private List<Box> boxes = List.of();
    private Alphabet alphabet = Alphabet.NONE;
    private @Nullable StepReport.Seen seen;
    private int open;

    NetworkView(Panel root, Frames frames, Theme theme) {
        network = root.part("network");
        readout = root.part("network-readout");
        note = root.part("walk-note");
        this.theme = theme;
        slot = frames.slot(network, DRAW_MILLIS, this::draw);
        theme.onChange(slot::ask);
        root.part("walk-next").onClick(event -> next());
        root.part("walk-back").onClick(event -> back());
        root.part("walk-all").onClick(event -> {
            traversal.all();
            slot.ask();
        });
        network.onKeyDown(this::pressed);
        MathView math = new MathView(root);
        math.listen(this::openCalled);
        detail = new DetailView(root, math);
    }

    /** Another model, of which nothing has been computed yet. */
    void build(Alphabet characters, int layers, int heads, int width) {
        alphabet = characters;
        seen = null;
        boxes = ComputationGraph.of(layers, heads, width);
        traversal.over(boxes.size());
        network.clear();
        views.clear();
        NetworkLayout layout = new NetworkLayout(network);
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            BoxView view = new BoxView(box, layout.laneOf(box), theme, text -> Dom.text(readout, text));
            int index = i;
            view.element().onClick(event -> open(index));
            views.add(view);
        }
        open = boxes.size() - 1;
        slot.ask();
    }

    void show(StepReport.Seen report) {
        seen = report;
        slot.ask();
    }

    private void open(int box) {
        open = box;
        slot.ask();
    }

    /** Opens the first box of this name, and brings it into sight. */
    private void openCalled(String name) {
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).isCalled(name)) {
                open(i);
                views.get(i).element().scrollIntoView();
                views.get(i).element().focus();
                return;
            }
        }
    }

    private void next() {
        traversal.next();
        follow();
    }

    private void back() {
        traversal.back();
        follow();
    }

    private void follow() {
        if (traversal.current() >= 0) {
            open = traversal.current();
            Browser.bringIntoSight(views.get(open).element());
        }
        slot.ask();
    }

    private void pressed(KeyboardEvent event) {
        boolean down = event.getKey().equals("ArrowDown");
        if (down || event.getKey().equals("ArrowUp")) {
            event.preventDefault();
            if (down) {
                next();
            } else {
                back();
            }
        }
    }

    private void draw() {
        StepReport.Seen of = seen;
        for (int i = 0; i < views.size(); i++) {
            Box box = boxes.get(i);
            Cells cells = of == null ? Cells.NONE : Cells.of(box, of);
            BoxView view = views.get(i);
            view.show(cells, reach(i), of == null ? "" : beside(box, cells, of));
            view.element().setClassName(className(i));
            view.element().setAttribute("aria-expanded", i == open ? "true" : "false");
        }
        Dom.text(note, note());
        if (open < boxes.size()) {
            Box box = boxes.get(open);
            detail.show(box, of == null ? Cells.NONE : Cells.of(box, of), reach(open), alphabet);
        }
    }

    /** Nothing flows back where nothing was learned. */
    private Traversal.Reach reach(int box) {
        Traversal.Reach reach = traversal.reach(box);
        boolean writes = seen == null || seen.scene() == StepReport.Scene.WRITING;
        return reach == Traversal.Reach.GRADIENTS && writes ? Traversal.Reach.VALUES : reach;
    }

    private String className(int box) {
        String name = "box" + (box == open ? " open" : "");
        if (box == traversal.current()) {
            return name + " current" + (traversal.isBackward() ? " backward" : "");
        }
        return traversal.reach(box) == Traversal.Reach.NOTHING ? name + " unreached" : name;
    }

    private String beside(Box box, Cells cells, StepReport.Seen of) {
        int position = of.context().size() - 1;
        int token = of.context().get(position);
        return switch (box.rule().result()) {
            case TOKEN -> "t = " + token + " " + alphabet.quoted(token);
            case POSITION -> "i = " + position;
            case LOSS -> cells.size() == 0 ? "" : Numbers.fixed(cells.value(0), 4);
            case HEAD, BY_TOKEN, CHANNELS -> "";
        };
    }

    private String note() {
        if (traversal.isAll()) {
            return "Traversal the pass forward, box by box, then the gradients backward through the same boxes.";
        }
        Box box = boxes.get(traversal.current());
        String where = (box.layer() < 0 ? "" : "layer " + box.group() + ", ") + box.title();
        return traversal.isBackward()
                ? "Backward: the gradient has come to " + where + "."
                : "Forward: " + where + " is computed.";
    }
}
