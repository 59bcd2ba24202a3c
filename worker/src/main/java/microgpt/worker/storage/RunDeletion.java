package microgpt.worker.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * The deletion of a run: states first, records then, texts last, so that what is left, if not all
 * can be deleted, is still a run.
 */
final class RunDeletion {
    private final Disk disk;
    private final Folder folder;
    private final String run;

    RunDeletion(Disk disk, Folder folder, String run) {
        this.disk = disk;
        this.folder = folder;
        this.run = run;
    }

    /** Deletes the texts, too, that no other run of {@code all} needs. */
    void withTexts(List<RunRecord> all, Callback<String> whole) {
        List<RunRecord> others = new ArrayList<>(all);
        others.removeIf(record -> record.run().equals(run));
        List<String> texts = new ArrayList<>();
        for (TextFile text : folder.texts()) {
            if (text.isNeededByNone(others)) {
                texts.add(text.name());
            }
        }
        delete(texts, whole);
    }

    void withoutTexts(Callback<String> whole) {
        delete(List.of(), whole);
    }

    private void delete(List<String> texts, Callback<String> whole) {
        List<String> records = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (RunFile file : folder.filesOf(run)) {
            (file.kind() == RunFile.Kind.RECORD ? records : others).add(file.name());
        }
        delete(others, whole, () -> delete(records, whole, () -> delete(texts, whole, () -> whole.done(run))));
    }

    private void delete(List<String> files, Callback<String> whole, Runnable next) {
        Deletion.of(files, disk, whole, reasons -> {
            if (reasons.isEmpty()) {
                next.run();
            } else {
                whole.failed(String.join("; ", reasons));
            }
        });
    }
}
