package microgpt.web.race;

import java.util.List;
import microgpt.config.OnlineRecipe;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Browser;
import microgpt.web.recipe.Draft;
import microgpt.web.recipe.RaceLink;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Shell;
import microgpt.web.text.Catalogue;
import microgpt.web.text.Numbers;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.browser.Window;

/** The page: who races on what, the workers, and whether they may read on. */
final class RacePage
        implements Racer.Listener, ContendersView.Listener, TransportView.Listener, StreamChooser.Listener {
    private static final double PUMP_MILLIS = 40;
    /** What was read in less can be had again before anyone misses it. */
    private static final double DEAR_MILLIS = 30_000;

    private final Shell shell;
    private final Banner banner;
    private final Lineup lineup;
    private final RaceView view;
    private final Racers racers = new Racers(this);
    private final Pace pace = new Pace();
    private @Nullable RaceStream stream;
    private RaceRecord record = new RaceRecord(2);
    private boolean runs = !Browser.matches("(prefers-reduced-motion: reduce)") && !Browser.savesData();
    private boolean pumping;
    private double racedMillis;
    private double sinceMillis;

    RacePage(Shell shell, Offers offers, RaceLink link) {
        this.shell = shell;
        banner = shell.banner();
        lineup = new Lineup(offers, link);
        view = new RaceView(shell, offers, this, this);
        StreamChooser streams = new StreamChooser(shell, offers.catalogue(), this);
        banner.refuse(lineup.complaints());
        shell.shortcuts().on(" ", view.transport()::toggle).on("r", this::reset);
        shell.header().offerLink(() -> stream != null && stream.own() != null);
        if (link.stream().equals(RaceLink.OWN)) {
            streams.askForOwn();
            show();
        } else {
            Catalogue.Choice plan = offers.plan(link.stream());
            if (!link.stream().isEmpty() && !plan.name().equals(link.stream())) {
                banner.refuse(List.of("there is no stream “" + link.stream() + "”"));
            }
            streams.open(plan.name());
        }
    }

    @Override
    public void read(RaceStream next) {
        boolean isFirst = stream == null;
        stream = next;
        runs |= !isFirst;
        restart();
    }

    /** All begin again, knowing nothing. */
    private void restart() {
        RaceStream reading = stream;
        show();
        if (reading == null) {
            return;
        }
        Browser.replaceHash(lineup.link(reading.name()).hash());
        record = new RaceRecord(lineup.size());
        racedMillis = 0;
        view.begin(record, lineup);
        racers.restart(lineup, reading);
    }

    private void show() {
        view.show(lineup);
    }

    @Override
    public void ready(String backend, String why) {
        shell.header().showBackend(backend, why);
        racers.startReady(lineup, stream);
    }

    @Override
    public void built(int racer, LabReport.Started started) {
        view.transport().streamHas(started.streamBytes());
        if (racers.areBuilt()) {
            sinceMillis = Performance.now();
            pace.limit(view.transport().bytesPerSecond(), 0, sinceMillis);
            showTransport();
            if (!runs) {
                view.awaitReader();
            }
            pump();
        }
    }

    @Override
    public void reached(int racer, LabReport.Reached reached) {
        if (racers.has(racer)) {
            racers.reached(racer, reached.position());
            record.add(racer, reached.bytes(), reached.bits());
            view.changed();
            if (racers.areDone()) {
                pause();
            } else {
                pump();
            }
        }
    }

    /** Tells everyone how far to read, if they may. */
    private void pump() {
        if (runs && racers.areBuilt() && !racers.areDone()) {
            racers.runOn(pace.allowed(Performance.now()));
            if (pace.isLimited() && !pumping) {
                pumping = true;
                Window.setTimeout(
                        () -> {
                            pumping = false;
                            pump();
                        },
                        PUMP_MILLIS);
            }
        }
    }

    @Override
    public void diverged(int racer, LabReport.Diverged report) {
        if (!report.over()) {
            banner.say("The transformer of " + Lineup.letter(racer) + " has diverged at byte "
                    + Numbers.grouped(report.position()) + ": its learning rate may be too large.");
        }
    }

    @Override
    public void failed(int racer, String message) {
        runs = false;
        banner.say(Lineup.letter(racer) + ": " + message + ".");
        showTransport();
    }

    @Override
    public void workerStopped(String why) {
        banner.workerStopped(why, "What is on the page stays; reload it to begin again.");
    }

    @Override
    public void run() {
        runs = true;
        sinceMillis = Performance.now();
        pace.restart(racers.least(), sinceMillis);
        showTransport();
        pump();
    }

    @Override
    public void pause() {
        if (runs) {
            racedMillis += Performance.now() - sinceMillis;
        }
        runs = false;
        showTransport();
    }

    private void showTransport() {
        view.transport().show(runs, racers.areBuilt(), racers.areDone());
        view.changed();
    }

    @Override
    public void reset() {
        askBeforeLoss(this::restart, () -> {});
    }

    @Override
    public void limitSpeed(double bytesPerSecond) {
        pace.limit(bytesPerSecond, racers.least(), Performance.now());
        pump();
    }

    @Override
    public void askBeforeLoss(Browser.Action then, Browser.Action otherwise) {
        double raced = racedMillis + (runs ? Performance.now() - sinceMillis : 0);
        if (raced > DEAR_MILLIS && racers.least() > 0) {
            view.askBeforeLoss(racers.least(), then, otherwise);
        } else {
            then.run();
        }
    }

    @Override
    public void choose(int contender, String preset) {
        change(() -> lineup.choose(contender, preset));
    }

    @Override
    public void change(int contender, String key, String value) {
        Draft<OnlineRecipe> changed = lineup.changed(contender, key, value);
        change(() -> lineup.replace(contender, changed));
    }

    @Override
    public void add() {
        change(lineup::add);
    }

    @Override
    public void remove(int contender) {
        change(() -> lineup.remove(contender));
    }

    private void change(Runnable change) {
        askBeforeLoss(
                () -> {
                    change.run();
                    banner.clear();
                    runs = true;
                    restart();
                },
                this::show);
    }
}
