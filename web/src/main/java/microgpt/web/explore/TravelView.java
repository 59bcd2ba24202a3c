package microgpt.web.explore;

import java.util.List;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** A slider over the run, which goes to where it is released; and the courses that the run has taken. */
final class TravelView {
    private static final double DRAW_EVERY_MILLIS = 250;
    private static final int PERCENT = 100;

    private final HTMLElement bar;
    private final HTMLInputElement slider;
    private final HTMLElement ticks;
    private final HTMLElement value;
    private final HTMLButtonElement newest;
    private final HTMLElement card;
    private final HTMLElement hint;
    private final CourseList list;
    private final Commands<LabCommand> worker;
    private final Frames.Slot slot;
    private LabReport.Courses courses = new LabReport.Courses(0, 0, List.of(), List.of(), false);
    private int run;
    private long position;
    private long furthest;
    /** Where the reader is dragging to; -1 while the slider follows the run. */
    private long dragged = -1;

    private String onTheWay = "";
    private boolean travelled;

    TravelView(Panel root, Frames frames, Commands<LabCommand> worker) {
        this.worker = worker;
        bar = root.part("time");
        slider = root.as("time-slider");
        ticks = root.part("time-ticks");
        value = root.part("time-value");
        newest = root.as("time-newest");
        card = root.part("courses");
        hint = root.part("courses-hint");
        list = new CourseList(root.part("courses-list"), this::goTo);
        slot = frames.words(DRAW_EVERY_MILLIS, this::draw);
        slider.onInput(event -> {
            dragged = Long.parseLong(slider.getValue());
            Dom.text(value, TravelText.place(dragged, furthest));
        });
        slider.onEvent("change", event -> goTo(courses.present(), Long.parseLong(slider.getValue())));
        slider.onKeyDown(this::press);
        newest.onClick(event -> goTo(courses.present(), furthest));
        bar.removeAttribute("data-waits");
    }

    void show(LabReport.Started report) {
        run = report.run();
        position = 0;
        furthest = 0;
        dragged = -1;
        onTheWay = "";
        travelled = false;
        courses = new LabReport.Courses(run, 0, List.of(), List.of(), false);
        slot.ask();
    }

    void show(LabReport.Described report) {
        stand(report.position());
    }

    void show(LabReport.Progress report) {
        stand(report.position());
    }

    private void stand(long at) {
        position = at;
        furthest = Math.max(furthest, at);
        slot.ask();
    }

    void show(LabReport.Transport report) {
        slot.ask();
    }

    void show(LabReport.Courses report) {
        courses = report;
        furthest = Math.max(position, report.courses().get(report.present()).furthest());
        slot.ask();
    }

    void show(LabReport.Travelled report) {
        dragged = -1;
        travelled = true;
        onTheWay = report.arrived() ? "" : TravelText.onTheWay(report);
        if (report.arrived()) {
            position = report.position();
        }
        bar.setAttribute("aria-busy", report.arrived() ? "false" : "true");
        slot.ask();
    }

    private void goTo(int course, long to) {
        dragged = to;
        worker.send(new LabCommand.Travel(run, course, to));
    }

    /** Arrows go a hundredth of the run at a time, pages a tenth: single bytes are too small. */
    private void press(KeyboardEvent event) {
        long by = switch (event.getKey()) {
            case "ArrowRight", "ArrowUp" -> 1;
            case "ArrowLeft", "ArrowDown" -> -1;
            case "PageUp" -> 10;
            case "PageDown" -> -10;
            default -> 0;
        };
        if (by == 0 || slider.isDisabled()) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        long from = dragged < 0 ? position : dragged;
        long to = Math.max(0, Math.min(furthest, from + by * Math.max(1, furthest / PERCENT)));
        slider.setValue(Long.toString(to));
        goTo(courses.present(), to);
    }

    private void draw() {
        boolean isAnywhere = furthest > 0 && !courses.forgotten();
        slider.setDisabled(!isAnywhere);
        slider.setAttribute("max", Long.toString(Math.max(1, furthest)));
        if (dragged < 0) {
            slider.setValue(Long.toString(position));
        }
        String place = TravelText.place(dragged < 0 ? position : dragged, furthest);
        String text = courses.forgotten() ? "too long to go back" : onTheWay.isEmpty() ? place : onTheWay;
        Dom.text(value, text);
        slider.setAttribute("aria-valuetext", text);
        boolean isBehind = isAnywhere && position < furthest;
        newest.setDisabled(!isBehind);
        card.setHidden(!travelled);
        if (travelled) {
            Dom.text(hint, TravelText.hint(position, furthest));
            list.show(courses);
        }
        drawTicks();
    }

    /** Where a state is kept: there is nothing to read again. */
    private void drawTicks() {
        int count = courses.forgotten() ? 0 : courses.snapshots().size();
        while (ticks.getChildNodes().getLength() > count) {
            ticks.removeChild(ticks.getLastChild());
        }
        for (int i = 0; i < count; i++) {
            HTMLElement tick = i < ticks.getChildNodes().getLength()
                    ? (HTMLElement) ticks.getChildNodes().item(i)
                    : Dom.append(ticks, "i", "", "");
            double share = (double) courses.snapshots().get(i) / Math.max(1, furthest);
            tick.getStyle().setProperty("left", PERCENT * share + "%");
        }
    }
}
