package microgpt.worker.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microgpt.config.OnlineRecipe;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;

/** What a run did with the changes that the reader made on the way. */
final class Course {
    /** Where it left another one; null if it is the first. */
    private final @Nullable Course parent;

    private final long from;
    private final OnlineRecipe recipe;
    /** In order, those of before it left its parent included. */
    private final List<LiveChange> changes;

    private final CostSums costs;
    private long furthest;

    /** The first course of a run that begins by {@code recipe}. */
    Course(OnlineRecipe recipe) {
        this(null, 0, recipe, List.of(), 0);
    }

    private Course(
            @Nullable Course parent, long from, OnlineRecipe recipe, List<LiveChange> changes, double bitsBefore) {
        this.parent = parent;
        this.from = from;
        this.recipe = recipe;
        this.changes = new ArrayList<>(changes);
        furthest = from;
        costs = new CostSums(from, bitsBefore);
    }

    /** One that leaves this one at {@code position}, after its first {@code applied} changes and bytes of {@code bits}. */
    Course leftAt(long position, int applied, double bits) {
        return new Course(this, position, recipe, changes.subList(0, applied), bits);
    }

    void add(LiveChange change) {
        changes.add(change);
    }

    List<LiveChange> changes() {
        return changes;
    }

    /** How many bytes were read on it. */
    long furthest() {
        return furthest;
    }

    @Nullable Course parent() {
        return parent;
    }

    /** A step from {@code start} to {@code end} was made, up to which the bytes cost {@code bits}. */
    void passed(long start, long end, double bits) {
        furthest = Math.max(furthest, end);
        costs.add(start, end, bits);
    }

    /** What was read after {@code position} cannot be read again. */
    void forgetAfter(long position) {
        furthest = Math.min(furthest, position);
        changes.removeIf(change -> change.position() > position);
        costs.forgetAfter(position);
    }

    /** What is told of it; {@code parentNumber} is what its parent is called. */
    LabReport.Course report(int parentNumber) {
        Course other = parent;
        if (other == null) {
            return new LabReport.Course(parentNumber, from, furthest, List.of(), from, Double.NaN);
        }
        long common = Math.max(from, costs.lastCommon(other.costs));
        double difference =
                common == from ? Double.NaN : (costs.upTo(common) - other.costs.upTo(common)) / (common - from);
        return new LabReport.Course(
                parentNumber, from, furthest, differences(other.after(from), after(from)), common, difference);
    }

    /** The recipe in force after all changes up to {@code position}. */
    private OnlineRecipe after(long position) {
        OnlineRecipe inForce = recipe;
        for (LiveChange change : changes) {
            inForce = change.position() <= position ? change.after() : inForce;
        }
        return inForce;
    }

    private static List<LabReport.Change> differences(OnlineRecipe before, OnlineRecipe after) {
        List<LabReport.Change> found = new ArrayList<>();
        for (Map.Entry<String, String> change : after.changesFrom(before).entrySet()) {
            found.add(new LabReport.Change(change.getKey(), before.value(change.getKey()), change.getValue()));
        }
        return found;
    }
}
