package microgpt.web.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microgpt.config.ConfigKey;
import microgpt.config.OnlinePreset;
import microgpt.config.OnlineRecipe;
import microgpt.numeric.Nullable;
import microgpt.web.recipe.Alternative;
import microgpt.web.recipe.Draft;
import microgpt.web.recipe.EarlierLinks;
import microgpt.web.recipe.RaceLink;
import microgpt.web.recipe.RecipeLink;

/**
 * What a link asks of a laboratory, as far as it is on offer; the rest is the default.
 *
 * @param changes keys of the recipe that differ from the preset, and their values as text
 * @param complaints what could not be understood or is not on offer, one clause each
 */
record LabLink(OnlinePreset preset, String plan, Map<String, String> changes, List<String> complaints) {
    private static final String PRESET = "preset";
    private static final String PLAN = "plan";
    /** Links up to this version mean another stream when they name none. */
    private static final int EARLIER = 3;

    private static final String EARLIER_PLAN = "phases";

    /** Reads a hash; an empty one asks for nothing. */
    static LabLink parse(String hash, Offers offers) {
        RecipeLink link = RecipeLink.parse(hash, List.of(PRESET, PLAN));
        List<String> complaints = new ArrayList<>(link.complaints());
        OnlinePreset preset = offers.preset(link.choice(PRESET));
        if (preset == null && !link.choice(PRESET).isEmpty()) {
            complaints.add("there is no preset “" + link.choice(PRESET) + "”");
        }
        String plan = link.choice(PLAN);
        if (!offers.hasPlan(plan) && !plan.isEmpty()) {
            complaints.add("there is no stream “" + plan + "”");
        }
        if (plan.isEmpty() && link.version() <= EARLIER) {
            plan = EARLIER_PLAN;
        }
        return new LabLink(
                preset == null ? offers.defaultPreset() : preset,
                offers.hasPlan(plan) ? plan : offers.defaultPlan(),
                EarlierLinks.changes(link.version(), link.choice(PRESET), link.changes()),
                complaints);
    }

    /**
     * Where what runs races against itself with one key as the reader has left it, if that waits for a restart; else toggled or
     * doubled. {@code plan} is empty for a stream that a link cannot carry.
     */
    static String race(String plan, @Nullable Draft<OnlineRecipe> draft, String key) {
        ConfigKey changed = keyOf(key);
        if (draft == null || changed == null) {
            return RaceLink.PAGE;
        }
        String wanted = draft.wanted().changesFrom(draft.running()).get(key);
        String value = wanted == null ? Alternative.of(draft.running(), changed) : wanted;
        RaceLink.Contender present = new RaceLink.Contender(draft.preset(), draft.runningChanges());
        return RaceLink.against(plan.isEmpty() ? RaceLink.OWN : plan, present, key, value)
                .address();
    }

    private static @Nullable ConfigKey keyOf(String dotted) {
        for (ConfigKey key : OnlineRecipe.KEYS) {
            if (key.dotted().equals(dotted)) {
                return key;
            }
        }
        return null;
    }

    /** The hash of what runs, on a stream with this plan, or on one that a link cannot carry; empty for the default. */
    static String hash(Offers offers, Draft<OnlineRecipe> draft, String plan) {
        return RecipeLink.EMPTY
                .with(PRESET, draft.preset().equals(offers.defaultPreset().id()) ? "" : draft.preset())
                .with(PLAN, plan.equals(offers.defaultPlan()) ? "" : plan)
                .withChanges(draft.runningChanges())
                .hash();
    }
}
