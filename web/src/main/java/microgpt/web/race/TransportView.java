package microgpt.web.race;

import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.text.Numbers;
import microgpt.web.text.RateText;
import microgpt.web.text.SpeedScale;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Play and pause, reset, the speed, and where the race stands. */
final class TransportView {
    private static final double MEASURE_MILLIS = 1000;

    /** What the reader does here. */
    interface Listener {
        void run();

        void pause();

        /** Begin the race again. */
        void reset();

        /** At most this many bytes a second; 0 means as fast as the machine can. */
        void limitSpeed(double bytesPerSecond);

        /** Does what throws the race away, after asking if it took long. */
        void askBeforeLoss(Browser.Action then, Browser.Action otherwise);
    }

    private final Listener listener;
    private final HTMLButtonElement play;
    private final HTMLElement playLabel;
    private final HTMLButtonElement reset;
    private final HTMLInputElement speed;
    private final HTMLElement speedValue;
    private final HTMLElement position;
    private final HTMLElement rate;
    private boolean running;
    private long inAll = -1;
    private long measuredFrom;
    private double measuredAt;

    TransportView(Panel page, Listener listener) {
        this.listener = listener;
        play = page.as("play");
        playLabel = page.part("play-label");
        reset = page.as("reset");
        speed = page.as("speed");
        speedValue = page.part("speed-value");
        position = page.part("position");
        rate = page.part("rate");
        play.onClick(event -> toggle());
        reset.onClick(event -> listener.reset());
        speed.onInput(event -> {
            showSpeed();
            listener.limitSpeed(bytesPerSecond());
        });
        showSpeed();
    }

    double bytesPerSecond() {
        return SpeedScale.bytesPerSecond(Integer.parseInt(speed.getValue()));
    }

    private void showSpeed() {
        String words = SpeedScale.words(Integer.parseInt(speed.getValue()), 0);
        Dom.text(speedValue, words);
        speed.setAttribute("aria-valuetext", words);
    }

    /** What the Play button does. */
    void toggle() {
        if (!play.isDisabled()) {
            if (running) {
                listener.pause();
            } else {
                listener.run();
            }
        }
    }

    /** How long the stream is; -1 if nobody knows. */
    void streamHas(long bytes) {
        inAll = bytes;
    }

    void show(boolean runs, boolean ready, boolean over) {
        running = runs && ready && !over;
        measuredAt = 0;
        play.setDisabled(!ready || over);
        reset.setDisabled(!ready);
        Dom.text(playLabel, running ? "Pause" : "Play");
        play.setClassName(running ? "primary toggle running" : "primary toggle");
    }

    /** Where everyone has read to. */
    void show(long read) {
        Dom.text(position, "byte " + Numbers.grouped(read) + (inAll < 0 ? "" : " of " + Numbers.grouped(inAll)));
        position.setAttribute("data-position", Long.toString(read));
        double now = Performance.now();
        if (!running || measuredAt == 0) {
            Dom.text(rate, "");
            measuredAt = now;
            measuredFrom = read;
        } else if (now - measuredAt > MEASURE_MILLIS) {
            double perSecond = 1000 * (read - measuredFrom) / (now - measuredAt);
            Dom.text(rate, RateText.of(perSecond, inAll < 0 ? -1 : inAll - read));
            measuredAt = now;
            measuredFrom = read;
        }
    }
}
