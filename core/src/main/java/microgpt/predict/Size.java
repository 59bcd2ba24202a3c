package microgpt.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import microgpt.numeric.Nullable;

/** The sizes of a mixture that are worth their time: each costs about twice as much as the one before. */
public enum Size {
    /** Eight contexts, one match, three or five sets of weights. */
    MINI("mini"),
    /** All contexts with three inputs each, two matches, final maps. */
    LEAN("lean"),
    /** All weight sets and final maps, and pairs of opinions. */
    RICH("rich"),
    /** What else pays a little: more of what readers notice, and room for it; half as fast. */
    BEST("best"),
    /** The same, and the form of a text: lines of verse and of lists, tags, what followed three bytes. */
    FULL("full");

    private static final int MEGABYTES = 64;
    private static final int BEST_MEGABYTES = 256;

    /** What there is without {@link #FULL}. */
    private static final List<Context> BEST_CONTEXTS = List.copyOf(EnumSet.range(Context.ORDER_0, Context.FOLLOWERS));

    private static final List<WeightSet> RICH_SETS =
            List.copyOf(EnumSet.range(WeightSet.PARTIAL_BYTE, WeightSet.OTHERS_OPINION));
    private static final List<Stage> RICH_STAGES = List.of(Stage.PAIRS, Stage.FINAL_MAPS);

    private static final List<Context> CONTEXTS = List.of(
            Context.ORDER_0,
            Context.ORDER_1,
            Context.ORDER_2,
            Context.ORDER_3,
            Context.ORDER_4,
            Context.ORDER_5,
            Context.ORDER_6,
            Context.WORD,
            Context.WORD_AND_LAST,
            Context.WORD_AND_LAST_BUT_ONE,
            Context.WORD_AND_ORDER_2,
            Context.LAST_WORD_AND_ORDER_1,
            Context.GAP_OF_ONE,
            Context.LAST_BUT_ONE,
            Context.ABOVE,
            Context.SORTED,
            Context.MATCHES);

    private static final List<Evidence> EVIDENCE =
            List.of(Evidence.DIRECT, Evidence.CALIBRATED, Evidence.HISTORY, Evidence.CONFIDENCE, Evidence.RUN);

    private static final List<WeightSet> SECOND_SETS =
            List.of(WeightSet.PARTIAL_BYTE, WeightSet.ORDER_AND_MATCH, WeightSet.ORDER_1, WeightSet.MATCHES);

    private final String label;

    Size(String label) {
        this.label = label;
    }

    /** Its name in recipes and on the command line. */
    public String label() {
        return label;
    }

    /** All names, with commas between them. */
    public static String labels() {
        return Arrays.stream(values()).map(Size::label).collect(Collectors.joining(", "));
    }

    /** The size of that name; null if there is none. */
    public static @Nullable Size labelled(String label) {
        for (Size size : values()) {
            if (size.label.equals(label)) {
                return size;
            }
        }
        return null;
    }

    /** With room for counts of 64 megabytes, the last two with 256. */
    public MixtureConfig config() {
        return switch (this) {
            case MINI ->
                new MixtureConfig(
                        List.of(
                                Context.ORDER_0,
                                Context.ORDER_1,
                                Context.ORDER_2,
                                Context.ORDER_3,
                                Context.ORDER_4,
                                Context.ORDER_5,
                                Context.ORDER_6,
                                Context.WORD),
                        EVIDENCE,
                        withAnother(WeightSet.PARTIAL_BYTE, WeightSet.ORDER_1, WeightSet.LAST_BUT_ONE),
                        List.of(WeightSet.PARTIAL_BYTE),
                        List.of(),
                        1,
                        MEGABYTES);
            case LEAN ->
                new MixtureConfig(
                        CONTEXTS,
                        List.of(Evidence.CALIBRATED, Evidence.HISTORY, Evidence.RUN),
                        withAnother(
                                WeightSet.PARTIAL_BYTE,
                                WeightSet.ORDER_1,
                                WeightSet.LAST_BUT_ONE,
                                WeightSet.PLACE_IN_TEXT,
                                WeightSet.OWN_COUNT,
                                WeightSet.COLUMN,
                                WeightSet.WORD_LENGTH),
                        SECOND_SETS,
                        List.of(Stage.FINAL_MAPS),
                        2,
                        MEGABYTES);
            case RICH -> new MixtureConfig(CONTEXTS, EVIDENCE, RICH_SETS, SECOND_SETS, RICH_STAGES, 2, MEGABYTES);
            case BEST ->
                new MixtureConfig(
                        BEST_CONTEXTS,
                        List.of(Evidence.values()),
                        RICH_SETS,
                        SECOND_SETS,
                        RICH_STAGES,
                        2,
                        BEST_MEGABYTES);
            case FULL ->
                new MixtureConfig(
                        List.of(Context.values()),
                        List.of(Evidence.values()),
                        List.of(WeightSet.values()),
                        SECOND_SETS,
                        List.of(Stage.values()),
                        2,
                        BEST_MEGABYTES);
        };
    }

    private static List<WeightSet> withAnother(WeightSet... sets) {
        List<WeightSet> all = new ArrayList<>(Arrays.asList(sets));
        all.add(WeightSet.OTHERS_FAVOURITE);
        all.add(WeightSet.OTHERS_OPINION);
        return all;
    }
}
