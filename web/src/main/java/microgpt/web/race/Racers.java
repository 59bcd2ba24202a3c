package microgpt.web.race;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;

/** The contenders at work, and how far each is: nobody reads on before the slowest does. */
final class Racers {
    private final List<Racer> all = new ArrayList<>();
    private final Racer.Listener listener;
    private Lockstep lockstep = new Lockstep(2);
    private int racing;

    Racers(Racer.Listener listener) {
        this.listener = listener;
    }

    /** As many as there are contenders stand at the start; those whose workers are there begin a run of their recipes. */
    void restart(Lineup lineup, RaceStream stream) {
        racing = lineup.size();
        lockstep = new Lockstep(racing);
        while (all.size() < racing) {
            all.add(new Racer(all.size(), listener));
        }
        for (int i = 0; i < racing; i++) {
            if (all.get(i).isReady()) {
                all.get(i).start(lineup.recipe(i).toJson(), stream);
            }
        }
    }

    /** A worker can be asked for runs from now on. */
    void startReady(Lineup lineup, @Nullable RaceStream stream) {
        for (int i = 0; i < racing && stream != null; i++) {
            if (all.get(i).isReady() && !all.get(i).isBegun()) {
                all.get(i).start(lineup.recipe(i).toJson(), stream);
            }
        }
    }

    boolean areBuilt() {
        boolean built = racing > 0;
        for (int i = 0; i < racing; i++) {
            built &= all.get(i).isBuilt();
        }
        return built;
    }

    /** Whether nobody can read on: the stream has ended, or somebody's learning broke off and all are as far. */
    boolean areDone() {
        boolean done = false;
        for (int i = 0; i < racing; i++) {
            done |= all.get(i).isDone() && lockstep.position(i) == lockstep.least();
        }
        return done;
    }

    /** Whether this one races: others have worked for races before, and say their last. */
    boolean has(int racer) {
        return racer < racing;
    }

    void reached(int racer, long position) {
        lockstep.reached(racer, position);
    }

    /** How much all have read. */
    long least() {
        return lockstep.least();
    }

    /** Lets everyone read on as far as the slowest allows, and the pace, by {@code allowed} bytes. */
    void runOn(long allowed) {
        long target = lockstep.target(allowed);
        for (int i = 0; i < racing; i++) {
            if (target > lockstep.position(i)) {
                all.get(i).runTo(target);
            }
        }
    }
}
