package microgpt.web.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import microgpt.config.ConfigException;
import microgpt.config.ConfigKey;
import microgpt.config.OnlineRecipe;

/**
 * A preset and the reader's edits of it, beside the recipe that runs. An edit that makes no sense yet is kept and
 * complained about: the next one may mend it.
 */
public final class Draft {
    private final String preset;
    private final OnlineRecipe base;
    private final Map<String, String> edits = new TreeMap<>();
    private OnlineRecipe wanted;
    private OnlineRecipe running;
    private String complaint = "";

    public Draft(String preset, OnlineRecipe base) {
        this.preset = preset;
        this.base = base;
        wanted = base;
        running = base;
    }

    /** Takes over what can be taken from a link; the answer says what could not, one sentence each. */
    public List<String> take(Map<String, String> changes) {
        List<String> complaints = new ArrayList<>();
        try {
            wanted = base.withAll(changes);
            edits.putAll(changes);
        } catch (ConfigException together) {
            for (Map.Entry<String, String> change : changes.entrySet()) {
                try {
                    wanted = wanted.with(change.getKey(), change.getValue());
                    edits.put(change.getKey(), change.getValue());
                } catch (ConfigException alone) {
                    complaints.add(alone.getMessage());
                }
            }
        }
        running = wanted;
        return complaints;
    }

    /** Changes one key; {@link #complaint} tells whether all edits together make sense. */
    public void edit(String key, String value) {
        edits.put(key, value);
        try {
            wanted = base.withAll(edits);
            complaint = "";
        } catch (ConfigException e) {
            complaint = String.valueOf(e.getMessage());
        }
    }

    /** Forgets all edits. */
    public void revert() {
        edits.clear();
        wanted = base;
        complaint = "";
    }

    /** Everything wanted is what runs from now on: a new run begins. */
    public void restarted() {
        running = wanted;
    }

    /** What of the wanted recipe can change while running is in force from now on. */
    public void tuned() {
        Map<String, String> live = new TreeMap<>();
        Map<String, String> changes = wanted.changesFrom(running);
        for (ConfigKey key : OnlineRecipe.keys()) {
            String value = changes.get(key.dotted());
            if (key.live() && value != null) {
                live.put(key.dotted(), value);
            }
        }
        running = running.withAll(live);
    }

    public String preset() {
        return preset;
    }

    /** Why the edits make no sense together; empty if they do. */
    public String complaint() {
        return complaint;
    }

    /** The last recipe that made sense. */
    public OnlineRecipe wanted() {
        return wanted;
    }

    public OnlineRecipe running() {
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

    /** What runs, as the part of a link that follows the preset. */
    public Map<String, String> linkChanges() {
        return running.changesFrom(base);
    }
}
