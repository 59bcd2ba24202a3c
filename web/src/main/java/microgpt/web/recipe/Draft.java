package microgpt.web.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import microgpt.config.ConfigException;
import microgpt.config.ConfigKey;
import microgpt.config.Recipe;
import microgpt.numeric.Nullable;

/**
 * A preset and the reader's edits of it, beside the recipe that runs. An edit that makes no sense yet is kept and
 * complained about: the next one may mend it.
 */
public final class Draft<R extends Recipe<R>> {
    private final String preset;
    private final R base;
    private final Map<String, String> edits = new TreeMap<>();
    private R wanted;
    private R running;
    private String complaint = "";
    private String complaintKey = "";

    /** Begins with {@code base}, the recipe of the preset with this id. */
    public Draft(String preset, R base) {
        this.preset = preset;
        this.base = base;
        wanted = base;
        running = base;
    }

    /**
     * Takes over what can be taken of a link, in force at once; the answer says what could not, one clause each. Widths and
     * heads make sense together only, so one wrong key must not cost the others.
     */
    public List<String> take(Map<String, String> changes) {
        List<String> complaints = new ArrayList<>();
        Map<String, String> left = new TreeMap<>(changes);
        @Nullable R taken = null;
        while (taken == null) {
            try {
                taken = base.withAll(left);
            } catch (ConfigException e) {
                complaints.add(String.valueOf(e.getMessage()));
                left.remove(left.containsKey(e.key()) ? e.key() : culprit(left));
            }
        }
        edits.clear();
        edits.putAll(left);
        wanted = taken;
        running = taken;
        return complaints;
    }

    /** The first key without which the others make sense; the first of all if there is none such. */
    private String culprit(Map<String, String> changes) {
        for (String key : changes.keySet()) {
            Map<String, String> others = new TreeMap<>(changes);
            others.remove(key);
            try {
                base.withAll(others);
                return key;
            } catch (ConfigException e) {
                // it was another one
            }
        }
        return changes.keySet().iterator().next();
    }

    /** Changes one key; {@link #complaint} tells whether all edits together make sense. */
    public void edit(String key, String value) {
        edits.put(key, value);
        try {
            wanted = base.withAll(edits);
            complaint = "";
            complaintKey = "";
        } catch (ConfigException e) {
            complaint = String.valueOf(e.getMessage());
            complaintKey = e.key().isEmpty() ? key : e.key();
        }
    }

    /** Takes a whole recipe; what it says otherwise than the preset becomes an edit. */
    public void replace(R other) {
        revert();
        wanted = other;
        edits.putAll(changes());
    }

    /** Forgets all edits. */
    public void revert() {
        edits.clear();
        wanted = base;
        complaint = "";
        complaintKey = "";
    }

    /** Everything wanted is what runs from now on: a new run begins. */
    public void restarted() {
        restarted(wanted);
    }

    /** The same where the run was asked for when {@code recipe} was wanted. */
    public void restarted(R recipe) {
        running = recipe;
    }

    /** What of the wanted recipe can change while running is in force from now on. */
    public void tuned() {
        Map<String, String> live = new TreeMap<>();
        Map<String, String> changes = wanted.changesFrom(running);
        for (ConfigKey key : running.keys()) {
            String value = changes.get(key.dotted());
            if (key.live() && value != null) {
                live.put(key.dotted(), value);
            }
        }
        running = running.withAll(live);
    }

    /** The worker has put in force what of {@code recipe} can change while running: that is wanted now. */
    public void tunedTo(R recipe) {
        for (ConfigKey key : recipe.keys()) {
            if (key.live()) {
                edit(key.dotted(), recipe.value(key.dotted()));
            }
        }
        tuned();
    }

    /** The id of the preset. */
    public String preset() {
        return preset;
    }

    /** Why the edits make no sense together; empty if they do. */
    public String complaint() {
        return complaint;
    }

    /** The key that the complaint is about: the last one edited if several are; empty if there is no complaint. */
    public String complaintKey() {
        return complaintKey;
    }

    /** The last recipe that made sense. */
    public R wanted() {
        return wanted;
    }

    public R running() {
        return running;
    }

    /** The value of a key as the reader has left it. */
    public String value(String key) {
        String edited = edits.get(key);
        return edited == null ? base.value(key) : edited;
    }

    /** Whether a key is not what the preset says. */
    public boolean differs(String key) {
        return !value(key).equals(base.value(key));
    }

    /** The keys that wait for a restart. */
    public List<String> pending() {
        return wanted.needingRestart(running);
    }

    /** What the wanted recipe says otherwise than the preset. */
    public Map<String, String> changes() {
        return wanted.changesFrom(base);
    }

    /** What the running recipe says otherwise than the preset. */
    public Map<String, String> runningChanges() {
        return running.changesFrom(base);
    }
}
