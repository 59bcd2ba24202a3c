package microgpt.web.explore;

import microgpt.web.text.Numbers;

/** Three experiments, one after the other: a question, a change that is really made, and what followed. */
final class Lesson {
    /** How far an experiment is. */
    enum Stage {
        ASKED,
        MEASURING,
        MEASURED,
        PUT_BACK
    }

    private final BeforeAfter measured = new BeforeAfter();
    private int at;
    private Stage stage = Stage.ASKED;
    private String from = "";
    private String to = "";

    Experiment experiment() {
        return Experiment.ORDER.get(at);
    }

    int at() {
        return at;
    }

    boolean isLast() {
        return at == Experiment.ORDER.size() - 1;
    }

    Stage stage() {
        return stage;
    }

    BeforeAfter measured() {
        return measured;
    }

    /** Another experiment: one on or, with -1, one back. */
    void go(int by) {
        at = Math.max(0, Math.min(Experiment.ORDER.size() - 1, at + by));
        stage = Stage.ASKED;
    }

    /** Whether enough was read to compare with. */
    boolean canChange() {
        return stage == Stage.ASKED && measured.missing() == 0;
    }

    /** The setting, which is {@code value}, is changed; the answer is to what. */
    String change(String value) {
        from = value;
        to = experiment().changed(value);
        stage = Stage.MEASURING;
        measured.change();
        return to;
    }

    /** The setting is put back; the answer is to what. */
    String putBack() {
        stage = Stage.PUT_BACK;
        return from;
    }

    /** Whether what followed has just become known. */
    boolean isNewlyMeasured() {
        boolean isNew = stage == Stage.MEASURING && measured.isMeasured();
        if (isNew) {
            stage = Stage.MEASURED;
        }
        return isNew;
    }

    /** What it says; {@code value} is that of the setting, empty if it cannot be found. */
    String caption(String value) {
        return switch (stage) {
            case ASKED -> experiment().question(value);
            case MEASURING -> experiment().done(from, to) + " Watch the curve.";
            case MEASURED -> experiment().done(from, to) + " " + experiment().result(measured);
            case PUT_BACK -> experiment().done(to, from) + " " + experiment().result(measured);
        };
    }

    /** What has to be waited for; empty if nothing. */
    String waitingFor() {
        long missing = stage == Stage.ASKED ? measured.missing() : stage == Stage.MEASURING ? measured.left() : 0;
        return missing == 0 ? "" : Numbers.grouped(missing) + " bytes to go";
    }
}
