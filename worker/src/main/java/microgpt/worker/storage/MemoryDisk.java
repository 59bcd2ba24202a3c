package microgpt.worker.storage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files that end with the page: for browsers, and private windows, that keep nothing. */
public final class MemoryDisk implements Disk {
    private final Map<String, byte[]> files = new TreeMap<>();

    @Override
    public String label() {
        return "";
    }

    @Override
    public void write(String name, byte[] bytes, Callback<String> callback) {
        files.put(name, bytes.clone());
        callback.done(name);
    }

    @Override
    public void read(String name, int most, Callback<byte[]> callback) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            callback.failed("there is no file " + name);
        } else if (bytes.length > most) {
            callback.failed(Disk.tooLarge(name, bytes.length, most));
        } else {
            callback.done(bytes.clone());
        }
    }

    @Override
    public void delete(String name, Callback<String> callback) {
        files.remove(name);
        callback.done(name);
    }

    @Override
    public void names(Callback<List<String>> callback) {
        callback.done(List.copyOf(files.keySet()));
    }

    @Override
    public void usage(Callback<Usage> callback) {
        long used = 0;
        for (byte[] bytes : files.values()) {
            used += bytes.length;
        }
        callback.done(new Usage(used, -1, false));
    }
}
