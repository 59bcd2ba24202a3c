package microgpt.worker.storage;

import java.util.Arrays;
import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.numeric.Sha256;

/** A text that runs learn from, in a file that is named by the SHA-256 of its content: {@code hash.text}. */
record TextFile(String hash) {
    private static final String ENDING = ".text";
    private static final int HASH = 64;

    String name() {
        return hash + ENDING;
    }

    /** Null if it is not the name of a text. */
    static @Nullable TextFile parse(String name) {
        if (!name.endsWith(ENDING)) {
            return null;
        }
        String hash = name.substring(0, name.length() - ENDING.length());
        return isHash(hash) ? new TextFile(hash) : null;
    }

    /** Whether it is a SHA-256 as it is written here. */
    static boolean isHash(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return digits.length() == HASH;
    }

    /** Makes the file hold {@code bytes}: nothing is written if it does. */
    void keep(Disk disk, Folder folder, byte[] bytes, Callback<String> whole) {
        if (!folder.texts().contains(this)) {
            write(disk, bytes, whole);
            return;
        }
        disk.read(
                name(),
                Disk.MOST_BYTES,
                new Continuation<>(
                        whole,
                        kept -> {
                            if (Arrays.equals(kept, bytes)) {
                                whole.done(hash);
                            } else {
                                write(disk, bytes, whole);
                            }
                        },
                        unreadable -> write(disk, bytes, whole)));
    }

    /** Over another content, too: a write may have been torn, or a disk be ailing. */
    private void write(Disk disk, byte[] bytes, Callback<String> whole) {
        String found = Sha256.of(bytes);
        if (!found.equals(hash)) {
            throw new IllegalArgumentException("the text to keep has the SHA-256 " + found + ", not " + hash);
        }
        disk.write(name(), bytes, new Continuation<>(whole, written -> whole.done(hash)));
    }

    /** Fails if the content is not what its name says. */
    void read(Disk disk, Callback<byte[]> whole) {
        disk.read(name(), Disk.MOST_BYTES, new Continuation<>(whole, bytes -> {
            String found = Sha256.of(bytes);
            if (found.equals(hash)) {
                whole.done(bytes);
            } else {
                whole.failed("the text that was kept is damaged: its " + bytes.length + " bytes have the SHA-256 "
                        + found + ", not " + hash);
            }
        }));
    }

    /** Whether no run of {@code all} learns from it. A run whose record is lost may learn from any text. */
    boolean isNeededByNone(List<RunRecord> all) {
        for (RunRecord record : all) {
            String needed = record.summary().textHash();
            if (needed.isEmpty() || needed.equals(hash)) {
                return false;
            }
        }
        return true;
    }
}
