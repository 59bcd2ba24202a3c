package microgpt.worker.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What the names of all files say: which files each run has, and which texts there are. Other files are not ours. */
final class Folder {
    private final Map<String, List<RunFile>> runs = new LinkedHashMap<>();
    private final List<TextFile> texts = new ArrayList<>();

    private Folder(List<String> names) {
        for (String name : names) {
            RunFile file = RunFile.parse(name);
            TextFile text = TextFile.parse(name);
            if (file != null) {
                runs.computeIfAbsent(file.run(), run -> new ArrayList<>()).add(file);
            } else if (text != null) {
                texts.add(text);
            }
        }
    }

    /** Looks what there is, for {@code next}. */
    static void read(Disk disk, Callback<?> whole, Consumer<Folder> next) {
        disk.names(new Continuation<>(whole, names -> next.accept(new Folder(names))));
    }

    boolean has(RunFile file) {
        return filesOf(file.run()).contains(file);
    }

    Set<String> runs() {
        return runs.keySet();
    }

    List<TextFile> texts() {
        return texts;
    }

    /** The files of a run; none if there is no such run. */
    List<RunFile> filesOf(String run) {
        return runs.getOrDefault(run, List.of());
    }

    /** The highest number below {@code limit} of the run's files of a kind; 0 if there is none. */
    long highest(String run, RunFile.Kind kind, long limit) {
        long highest = 0;
        for (RunFile file : filesOf(run)) {
            if (file.kind() == kind && file.number() < limit) {
                highest = Math.max(highest, file.number());
            }
        }
        return highest;
    }

    /** A makeshift record of the states and models there are, for want of a whole one. */
    RunRecord makeshift(String run) {
        long newest = highest(run, RunFile.Kind.STATE, Long.MAX_VALUE);
        long previous = highest(run, RunFile.Kind.STATE, newest);
        long best = highest(run, RunFile.Kind.BEST, newest + 1);
        RunRecord none = RunRecord.none(run);
        return new RunRecord(run, 0, 0, none.summary(), newest, previous, best);
    }
}
