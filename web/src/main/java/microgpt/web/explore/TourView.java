package microgpt.web.explore;

import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.dom.Spotlight;
import microgpt.web.shell.Commands;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;

/** A card that leads through the page, along what happens in its run; or through three experiments. */
final class TourView {
    private static final int LOOKS_EVERY_MILLIS = 300;
    private static final String ENDED = "the stream has ended: reset it";

    private final Panel root;
    private final Commands<LabCommand> commands;
    private final HTMLElement card;
    private final HTMLElement choice;
    private final HTMLElement title;
    private final HTMLElement text;
    private final HTMLElement count;
    private final HTMLElement steps;
    private final HTMLButtonElement open;
    private final HTMLButtonElement back;
    private final HTMLButtonElement next;
    private final HTMLButtonElement act;
    private final RunStory story = new RunStory();
    private @Nullable Tour tour;
    private @Nullable Lesson lesson;
    private boolean running;
    private boolean atEnd;
    private String shown = "";

    /** Of the laboratory in {@code root}; button and card belong to the page. */
    TourView(Panel page, Panel root, Commands<LabCommand> commands) {
        this.root = root;
        this.commands = commands;
        card = page.part("tour");
        choice = page.part("tour-choice");
        title = page.part("tour-title");
        text = page.part("tour-text");
        count = page.part("tour-count");
        steps = page.part("tour-steps");
        open = page.as("tour-open");
        back = page.as("tour-back");
        next = page.as("tour-next");
        act = page.as("tour-act");
        open.onClick(event -> offer());
        open.setDisabled(false);
        page.part("tour-begin").onClick(event -> begin(new Tour(TourStop.ORDER.size(), Performance.now()), null));
        page.part("tour-teach").onClick(event -> begin(null, new Lesson()));
        page.part("tour-close").onClick(event -> close());
        back.onClick(event -> go(-1));
        next.onClick(event -> go(1));
        act.onClick(event -> act());
        card.onKeyDown(this::pressed);
        Window.setInterval(this::look, LOOKS_EVERY_MILLIS);
    }

    void show(LabReport.Started report) {
        story.show(report);
        if (lesson != null) {
            lesson.measured().clear();
        }
    }

    void show(LabReport.Transport report) {
        running = report.running();
        atEnd = report.atEnd();
    }

    void show(LabReport.Progress report) {
        story.show(report);
        if (lesson != null) {
            lesson.measured().show(report);
        }
    }

    void show(LabReport.Read report) {
        story.show(report);
    }

    void show(LabReport.Phases report) {
        story.show(report);
    }

    private void pressed(KeyboardEvent event) {
        if (event.getKey().equals("Escape")) {
            close();
        }
        event.stopPropagation(); // the laboratory has keys of its own
    }

    private void offer() {
        if (!card.isHidden()) {
            close();
            return;
        }
        card.setHidden(false);
        choice.setHidden(false);
        steps.setHidden(true);
        Dom.text(title, "A tour of this run");
        Dom.text(text, "It waits for what really happens. Leave it whenever you like.");
        Dom.text(count, "");
        Spotlight.on(card, open);
        choice.querySelector("button").focus();
    }

    private void begin(@Nullable Tour newTour, @Nullable Lesson newLesson) {
        tour = newTour;
        lesson = newLesson;
        choice.setHidden(true);
        steps.setHidden(false);
        if (!running) {
            commands.send(new LabCommand.Run());
        }
        draw();
        next.focus();
    }

    private void close() {
        tour = null;
        lesson = null;
        shown = "";
        card.setHidden(true);
        Spotlight.off(card);
        open.focus();
    }

    private void go(int by) {
        boolean ends = by > 0 && (tour == null ? lesson == null || lesson.isLast() : tour.isLast());
        if (ends) {
            close();
        } else if (tour != null && by > 0) {
            tour.next(Performance.now());
        } else if (tour != null) {
            tour.back(Performance.now());
        } else if (lesson != null) {
            lesson.go(by);
        }
        draw();
    }

    private void act() {
        Lesson of = lesson;
        if (of == null) {
            return;
        }
        String key = of.experiment().key();
        if (of.stage() == Lesson.Stage.MEASURED) {
            Spotlight.set(root.root(), key, of.putBack());
        } else if (of.canChange()) {
            Spotlight.set(root.root(), key, of.change(Spotlight.valueOf(root.root(), key)));
            if (!running) {
                commands.send(new LabCommand.Run());
            }
        }
        draw();
        next.focus();
    }

    /** Time has passed, and something may have happened. */
    private void look() {
        Tour of = tour;
        if (of != null) {
            of.goesOn(Performance.now(), TourStop.ORDER.get(of.at()).hasHappened(story));
        }
        if (lesson != null && lesson.isNewlyMeasured()) {
            shown = "";
        }
        draw();
    }

    /** Words are changed only where they say something new: they are read aloud. */
    private void draw() {
        if (tour != null) {
            draw(tour);
        } else if (lesson != null) {
            draw(lesson);
        }
    }

    private void draw(Tour of) {
        TourStop stop = TourStop.ORDER.get(of.at());
        boolean happened = stop.hasHappened(story);
        act.setHidden(true);
        if (isNew(stop.name() + happened + atEnd, root.part(stop.part()))) {
            Dom.text(title, stop.title());
            Dom.text(text, stop.caption(story));
            Dom.text(count, (of.at() + 1) + " of " + TourStop.ORDER.size() + (atEnd && !happened ? " · " + ENDED : ""));
            back.setDisabled(of.at() == 0);
            Dom.text(next, of.isLast() ? "Done" : happened ? "Next" : "Skip this");
        }
    }

    private void draw(Lesson of) {
        HTMLElement control = Spotlight.control(root.root(), of.experiment().key());
        HTMLElement place = of.stage() == Lesson.Stage.ASKED && control != null ? control : root.part("chart");
        act.setHidden(of.stage() == Lesson.Stage.MEASURING || of.stage() == Lesson.Stage.PUT_BACK);
        act.setDisabled(of.stage() == Lesson.Stage.ASKED && !of.canChange());
        Dom.text(
                count,
                (of.at() + 1) + " of " + Experiment.ORDER.size()
                        + (of.waitingFor().isEmpty() ? "" : " · " + (atEnd ? ENDED : of.waitingFor())));
        if (isNew(of.experiment().name() + of.stage(), place)) {
            Dom.text(title, of.experiment().title());
            Dom.text(
                    text,
                    of.caption(Spotlight.valueOf(root.root(), of.experiment().key())));
            Dom.text(act, of.stage() == Lesson.Stage.MEASURED ? "Put it back" : "Do it");
            back.setDisabled(of.at() == 0);
            Dom.text(next, of.isLast() ? "Done" : "Next");
        }
    }

    /** Whether something else is to be said than at the last time; then the card goes to {@code place}. */
    private boolean isNew(String what, HTMLElement place) {
        boolean isNew = !what.equals(shown);
        if (isNew) {
            shown = what;
            Spotlight.on(card, place);
        }
        return isNew;
    }
}
