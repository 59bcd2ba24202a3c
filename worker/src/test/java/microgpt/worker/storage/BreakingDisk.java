package microgpt.worker.storage;

import java.util.Arrays;
import java.util.List;

/** A disk whose power fails, or that fills up, at a chosen change of its super. */
final class BreakingDisk extends ForwardingDisk {
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
        /** A file is not written for want of room, and the disk goes on. */
        FULL,
        /** A file is not deleted, for somebody else uses it, and the disk goes on. */
        STUCK
    }

    private final End end;
    private int changesLeft;
    private boolean dead;

    BreakingDisk(Disk files, End end, int changesLeft) {
        super(files);
        this.end = end;
        this.changesLeft = changesLeft;
    }

    boolean broke() {
        return changesLeft < 0;
    }

    @Override
    public void write(String name, byte[] bytes, Callback<String> callback) {
        if (breaksNow(End.STUCK)) {
            if (end == End.FULL) {
                callback.failed("QuotaExceededError: no room for " + name);
                return;
            }
            dead = true;
            switch (end) {
                case EMPTY -> super.write(name, new byte[0], nobody());
                case TORN -> super.write(name, Arrays.copyOf(bytes, bytes.length / 2), nobody());
                case AFTER -> super.write(name, bytes, nobody());
                default -> {}
            }
        } else if (!dead) {
            super.write(name, bytes, callback);
        }
    }

    @Override
    public void delete(String name, Callback<String> callback) {
        if (breaksNow(End.FULL)) {
            if (end == End.STUCK) {
                callback.failed("NoModificationAllowedError: " + name + " is in use");
                return;
            }
            dead = true;
            if (end == End.AFTER) {
                super.delete(name, nobody());
            }
        } else if (!dead) {
            super.delete(name, callback);
        }
    }

    private boolean breaksNow(End never) {
        return !dead && changesLeft-- == 0 && end != never;
    }

    @Override
    public void read(String name, int most, Callback<byte[]> callback) {
        if (!dead) {
            super.read(name, most, callback);
        }
    }

    @Override
    public void names(Callback<List<String>> callback) {
        if (!dead) {
            super.names(callback);
        }
    }

    @Override
    public void usage(Callback<Usage> callback) {
        if (!dead) {
            super.usage(callback);
        }
    }

    private static Callback<String> nobody() {
        return new Heard<>();
    }
}
