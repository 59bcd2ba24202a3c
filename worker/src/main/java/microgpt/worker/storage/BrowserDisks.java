package microgpt.worker.storage;

import java.util.function.Consumer;

/** The choice of the disk, made once, when the worker starts. */
public final class BrowserDisks {
    private BrowserDisks() {}

    /** The best disk there is: the private file system, else a database, else none that outlives the page. */
    public static void open(Consumer<Disk> opened) {
        OpfsDisk.open(orElse(opened, () -> DatabaseDisk.open(orElse(opened, () -> opened.accept(new MemoryDisk())))));
    }

    private static Callback<Disk> orElse(Consumer<Disk> opened, Runnable otherwise) {
        return new Callback<>() {
            @Override
            public void done(Disk disk) {
                opened.accept(disk);
            }

            @Override
            public void failed(String reason) {
                otherwise.run();
            }
        };
    }
}
