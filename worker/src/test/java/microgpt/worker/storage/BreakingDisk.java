package microgpt.worker.storage;

import java.util.Arrays;
import java.util.List;

/** A disk whose power fails, or that fills up, at a chosen change of its files. */
final class BreakingDisk implements Disk {
    /** How it ends. */
    enum End {
        /** Just before the change. */
        BEFORE,
        /** The file is left empty. */
        EMPTY,
        /** Half of the file is there. */
        TORN,
        /** The change is made, but nobody is told. */
        AFTER,
        /** The change is refused, and the disk goes on. */
        FULL
    }

    private final Disk files;
    private final End end;
    private int changesLeft;
    private boolean dead;

    BreakingDisk(Disk files, End end, int changesLeft) {
        this.files = files;
        this.end = end;
        this.changesLeft = changesLeft;
    }

    boolean broke() {
        return changesLeft < 0;
    }

    @Override
    public String label() {
        return files.label();
    }

    @Override
    public void write(String name, byte[] bytes, Callback<String> callback) {
        if (breaksNow()) {
            if (end == End.FULL) {
                callback.failed("QuotaExceededError: no room for " + name);
                return;
            }
            dead = true;
            switch (end) {
                case EMPTY -> files.write(name, new byte[0], nobody());
                case TORN -> files.write(name, Arrays.copyOf(bytes, bytes.length / 2), nobody());
                case AFTER -> files.write(name, bytes, nobody());
                default -> {}
            }
        } else if (!dead) {
            files.write(name, bytes, callback);
        }
    }

    @Override
    public void delete(String name, Callback<String> callback) {
        if (breaksNow() && end != End.FULL) {
            dead = true;
            if (end == End.AFTER) {
                files.delete(name, nobody());
            }
        } else if (!dead) {
            files.delete(name, callback);
        }
    }

    private boolean breaksNow() {
        return !dead && changesLeft-- == 0;
    }

    @Override
    public void read(String name, Callback<byte[]> callback) {
        if (!dead) {
            files.read(name, callback);
        }
    }

    @Override
    public void names(Callback<List<String>> callback) {
        if (!dead) {
            files.names(callback);
        }
    }

    @Override
    public void usage(Callback<Usage> callback) {
        if (!dead) {
            files.usage(callback);
        }
    }

    private static Callback<String> nobody() {
        return new Heard<>();
    }
}
