package microgpt.worker.storage;

import java.util.List;

/** A disk in front of another one: a test overrides what is to go otherwise. */
public class ForwardingDisk implements Disk {
    private final Disk files;

    protected ForwardingDisk(Disk files) {
        this.files = files;
    }

    @Override
    public String label() {
        return files.label();
    }

    @Override
    public void write(String name, byte[] bytes, Callback<String> callback) {
        files.write(name, bytes, callback);
    }

    @Override
    public void read(String name, int most, Callback<byte[]> callback) {
        files.read(name, most, callback);
    }

    @Override
    public void delete(String name, Callback<String> callback) {
        files.delete(name, callback);
    }

    @Override
    public void names(Callback<List<String>> callback) {
        files.names(callback);
    }

    @Override
    public void usage(Callback<Usage> callback) {
        files.usage(callback);
    }
}
