package microgpt.web.lab;

import java.util.HashMap;
import java.util.Map;
import microgpt.config.OnlineRecipe;
import microgpt.numeric.Nullable;
import microgpt.web.recipe.Draft;

/** What the worker was asked for and has not answered: the runs to come, and where on the page a failure is said. */
final class RunRequests {
    /** Where the reader asked for something. */
    enum Place {
        STREAM,
        SETTINGS,
        PAGE
    }

    /** A run to come; {@code recipe} is what {@code draft} wanted when it was asked for, at this place. */
    record Request(StreamChoice stream, Draft<OnlineRecipe> draft, OnlineRecipe recipe, Place place) {
        /** Whether it runs whether or not the run before did: the reader has chosen something else. */
        boolean isAtOnce() {
            return place != Place.PAGE;
        }
    }

    private final Map<Integer, Request> runs = new HashMap<>();
    private final Map<Integer, Place> places = new HashMap<>();

    /** A run was asked for by the command of this number, which will be that of the run. */
    void asked(int start, Request request) {
        runs.put(start, request);
        places.put(start, request.place());
    }

    /** Something else was asked for. */
    void asked(int command, Place place) {
        places.put(command, place);
    }

    /** The run of this number was built: what was asked for, null if nothing was. Those asked for before are not awaited any more. */
    @Nullable Request built(int run) {
        @Nullable Request request = runs.get(run);
        runs.keySet().removeIf(start -> start <= run);
        return request;
    }

    /** Whether the command of this number asked for a run that was not built yet. */
    boolean isRun(int command) {
        return runs.containsKey(command);
    }

    /** The command of this number failed: where that is to be said. */
    Place failed(int command) {
        runs.remove(command);
        @Nullable Place place = places.remove(command);
        return place == null ? Place.PAGE : place;
    }
}
