package microgpt.worker.storage;

import java.util.List;
import microgpt.worker.storage.Browser.Content;
import microgpt.worker.storage.Browser.Done;
import microgpt.worker.storage.Browser.Names;
import microgpt.worker.storage.Browser.Reason;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/** A folder of the origin private file system, where a worker writes files in place. */
final class OpfsDisk implements Disk {
    private final JSObject folder;

    private OpfsDisk(JSObject folder) {
        this.folder = folder;
    }

    /** Fails where the browser has none, or keeps none in a private window. */
    static void open(Callback<Disk> callback) {
        if (isThere()) {
            openFolder(folder -> callback.done(new OpfsDisk(folder)), callback::failed);
        } else {
            callback.failed("this browser has no private file system");
        }
    }

    @Override
    public String label() {
        return "private file system";
    }

    @Override
    public void write(String name, byte[] bytes, Callback<String> callback) {
        write(folder, name, Int8Array.copyFromJavaArray(bytes), done -> callback.done(name), callback::failed);
    }

    @Override
    public void read(String name, Callback<byte[]> callback) {
        read(folder, name, bytes -> callback.done(bytes.copyToJavaArray()), callback::failed);
    }

    @Override
    public void delete(String name, Callback<String> callback) {
        delete(folder, name, done -> callback.done(name), callback::failed);
    }

    @Override
    public void names(Callback<List<String>> callback) {
        names(folder, names -> callback.done(Browser.list(names)), callback::failed);
    }

    @Override
    public void usage(Callback<Usage> callback) {
        Browser.usage(callback);
    }

    @JSBody(
            script =
                    "return typeof navigator.storage === 'object' && typeof navigator.storage.getDirectory === 'function'"
                            + " && typeof FileSystemFileHandle === 'function'"
                            + " && typeof FileSystemFileHandle.prototype.createSyncAccessHandle === 'function';")
    private static native boolean isThere();

    @JSBody(
            params = {"done", "failed"},
            script = "navigator.storage.getDirectory()"
                    + ".then(function(root) { return root.getDirectoryHandle('microgpt-runs', { create: true }); })"
                    + ".then(done, function(e) { failed(e.name + ': ' + e.message); });")
    private static native void openFolder(Done done, Reason failed);

    @JSBody(
            params = {"folder", "name", "bytes", "done", "failed"},
            script = "folder.getFileHandle(name, { create: true })"
                    + ".then(function(file) { return file.createSyncAccessHandle(); })"
                    + ".then(function(access) {"
                    + "  try {"
                    + "    access.truncate(0);"
                    + "    var count = access.write(bytes, { at: 0 });"
                    + "    access.flush();"
                    + "    if (count !== bytes.length) {"
                    + "      throw new Error('the disk is full: ' + count + ' of ' + bytes.length + ' bytes were written');"
                    + "    }"
                    + "  } finally {"
                    + "    access.close();"
                    + "  }"
                    + "}).then(function() { done(folder); }, function(e) { failed(e.name + ': ' + e.message); });")
    private static native void write(JSObject folder, String name, Int8Array bytes, Done done, Reason failed);

    @JSBody(
            params = {"folder", "name", "content", "failed"},
            script = "folder.getFileHandle(name)"
                    + ".then(function(file) { return file.getFile(); })"
                    + ".then(function(file) { return file.arrayBuffer(); })"
                    + ".then(function(all) { content(new Int8Array(all)); },"
                    + "  function(e) { failed(name + ': ' + e.name + ': ' + e.message); });")
    private static native void read(JSObject folder, String name, Content content, Reason failed);

    @JSBody(
            params = {"folder", "name", "done", "failed"},
            script = "folder.removeEntry(name)"
                    + ".then(function() { done(folder); }, function(e) { failed(e.name + ': ' + e.message); });")
    private static native void delete(JSObject folder, String name, Done done, Reason failed);

    @JSBody(
            params = {"folder", "names", "failed"},
            script = "var found = [];"
                    + "var keys = folder.keys();"
                    + "function more(next) {"
                    + "  if (next.done) { return found; }"
                    + "  found.push(next.value);"
                    + "  return keys.next().then(more);"
                    + "}"
                    + "keys.next().then(more).then(names, function(e) { failed(e.name + ': ' + e.message); });")
    private static native void names(JSObject folder, Names names, Reason failed);
}
