package microgpt.web.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.config.OnlinePreset;
import microgpt.config.OnlineRecipe;
import microgpt.web.recipe.Draft;
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
        Map<String, String> changes = new LinkedHashMap<>(link.changes());
        if (link.version() == 1) { // there was no mixture then
            changes.putIfAbsent("mixture.enabled", "false");
        }
        if (link.choice(PRESET).equals("online.best")) {
            if (link.version() <= 2) { // it counted less then
                changes.putIfAbsent("mixture.counts", "best");
            }
            if (link.version() <= 3) { // it replayed less then
                changes.putIfAbsent("experience_replay.windows", "3");
            }
        }
        return new LabLink(
                preset == null ? offers.defaultPreset() : preset,
                offers.hasPlan(plan) ? plan : offers.defaultPlan(),
                changes,
                complaints);
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
