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
    public void write(String name, byte[] bytes, Answer<String> answer) {
        files.put(name, bytes.clone());
        answer.done(name);
    }

    @Override
    public void read(String name, Answer<byte[]> answer) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            answer.failed("there is no file " + name);
        } else {
            answer.done(bytes.clone());
        }
    }

    @Override
    public void delete(String name, Answer<String> answer) {
        files.remove(name);
        answer.done(name);
    }

    @Override
    public void names(Answer<List<String>> answer) {
        answer.done(List.copyOf(files.keySet()));
    }

    @Override
    public void usage(Answer<Usage> answer) {
        long used = 0;
        for (byte[] bytes : files.values()) {
            used += bytes.length;
        }
        answer.done(new Usage(used, -1, false));
    }
}
