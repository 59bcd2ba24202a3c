package microgpt.web.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microgpt.config.ConfigException;
import microgpt.config.ConfigKey;
import microgpt.config.OnlineRecipe;
import microgpt.web.recipe.Draft;
import microgpt.web.recipe.RaceLink;

/** Who races: presets with what was changed of each, in order; the first is the one that others are compared with. */
final class Lineup {
    private final Offers offers;
    private final List<Draft<OnlineRecipe>> drafts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** Who a link asks for; what of it cannot be had becomes a complaint. */
    Lineup(Offers offers, RaceLink link) {
        this.offers = offers;
        complaints.addAll(link.complaints());
        List<RaceLink.Contender> wanted = new ArrayList<>(link.contenders());
        if (wanted.isEmpty()) {
            wanted.addAll(offers.usual());
        } else if (wanted.size() == 1) {
            wanted.add(wanted.get(0));
        }
        for (RaceLink.Contender contender : wanted) {
            Draft<OnlineRecipe> draft = offers.draft(known(contender.preset()));
            complaints.addAll(draft.take(contender.changes()));
            drafts.add(draft);
        }
    }

    private String known(String preset) {
        if (!preset.isEmpty() && !offers.has(preset)) {
            complaints.add("there is no preset “" + preset + "”");
        }
        return offers.has(preset) ? preset : offers.defaultPreset();
    }

    /** What of the link could not be used, one clause each. */
    List<String> complaints() {
        return complaints;
    }

    int size() {
        return drafts.size();
    }

    /** What contender {@code index} is called: A, B, C, D. */
    static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }

    OnlineRecipe recipe(int index) {
        return drafts.get(index).wanted();
    }

    String preset(int index) {
        return drafts.get(index).preset();
    }

    /** Gives a contender another preset, as it is. */
    void choose(int index, String preset) {
        drafts.set(index, offers.draft(preset));
    }

    /**
     * A contender with another value of one key; it does not race yet.
     *
     * @throws ConfigException if that makes no sense
     */
    Draft<OnlineRecipe> changed(int index, String key, String value) {
        Draft<OnlineRecipe> present = drafts.get(index);
        Draft<OnlineRecipe> changed = offers.draft(present.preset());
        Map<String, String> changes = present.wanted().with(key, value).changesFrom(changed.wanted());
        changed.take(changes);
        return changed;
    }

    /** Lets another one race in a contender's place. */
    void replace(int index, Draft<OnlineRecipe> other) {
        drafts.set(index, other);
    }

    boolean isFull() {
        return drafts.size() == RaceLink.MOST;
    }

    /** One more, as the last one is. */
    void add() {
        Draft<OnlineRecipe> last = drafts.get(drafts.size() - 1);
        Draft<OnlineRecipe> copy = offers.draft(last.preset());
        copy.take(last.changes());
        drafts.add(copy);
    }

    /** One fewer; two stay. */
    void remove(int index) {
        if (drafts.size() > 2) {
            drafts.remove(index);
        }
    }

    /** The keys in which not all are the same. */
    List<String> differing() {
        List<String> keys = new ArrayList<>();
        for (ConfigKey key : OnlineRecipe.KEYS) {
            boolean same = true;
            for (int i = 1; i < drafts.size(); i++) {
                same &= !recipe(i).changesFrom(recipe(0)).containsKey(key.dotted());
            }
            if (!same) {
                keys.add(key.dotted());
            }
        }
        return keys;
    }

    /** Whether the value of a key is not that of the contender's preset. */
    boolean isChanged(int index, String key) {
        return drafts.get(index).changes().containsKey(key);
    }

    /** The link of this race on a stream. */
    RaceLink link(String stream) {
        List<RaceLink.Contender> contenders = new ArrayList<>();
        for (Draft<OnlineRecipe> draft : drafts) {
            contenders.add(new RaceLink.Contender(draft.preset(), draft.changes()));
        }
        return new RaceLink(stream, contenders, List.of());
    }
}
