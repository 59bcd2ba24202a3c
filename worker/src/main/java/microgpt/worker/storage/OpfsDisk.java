package microgpt.worker.storage;

import java.util.Arrays;
import java.util.List;
import microgpt.worker.storage.Browser.Content;
import microgpt.worker.storage.Browser.Done;
import microgpt.worker.storage.Browser.Failed;
import microgpt.worker.storage.Browser.Names;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/** A folder of the origin private file system, where a worker writes files in place. */
final class OpfsDisk implements Disk {
    private static final int PIECE = 1 << 20;

    private final JSObject folder;

    private OpfsDisk(JSObject folder) {
        this.folder = folder;
    }

    /** Fails where the browser has none, or keeps none in a private window. */
    static void open(Callback<Disk> callback) {
        if (isThere()) {
            openFolder(folder -> callback.done(new OpfsDisk(folder)), Browser.failing(callback));
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
        open(
                folder,
                name,
                file -> Continuation.attempt(callback, () -> {
                    fill(file, bytes);
                    callback.done(name);
                }),
                Browser.failing(callback));
    }

    /** A piece at a time: Java's bytes have to be copied for JavaScript, and a state may be large. */
    private static void fill(JSObject file, byte[] bytes) {
        String trouble = truncate(file);
        for (int at = 0; at < bytes.length && trouble.isEmpty(); at += PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(at + PIECE, bytes.length));
            trouble = write(file, Int8Array.copyFromJavaArray(piece), at);
        }
        String end = close(file);
        if (!trouble.isEmpty() || !end.isEmpty()) {
            throw new IllegalStateException(trouble.isEmpty() ? end : trouble);
        }
    }

    @Override
    public void read(String name, int most, Callback<byte[]> callback) {
        Browser.Failed failed = Browser.failing(callback, name);
        find(
                folder,
                name,
                file -> {
                    if (size(file) > most) {
                        callback.failed(Disk.tooLarge(name, (long) size(file), most));
                    } else {
                        content(
                                file,
                                bytes -> Continuation.attempt(callback, () -> callback.done(bytes.copyToJavaArray())),
                                failed);
                    }
                },
                failed);
    }

    @Override
    public void delete(String name, Callback<String> callback) {
        delete(folder, name, done -> callback.done(name), Browser.failing(callback));
    }

    @Override
    public void names(Callback<List<String>> callback) {
        names(folder, names -> callback.done(Browser.list(names)), Browser.failing(callback));
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
            script = "try {"
                    + "  navigator.storage.getDirectory()"
                    + "  .then(function(root) { return root.getDirectoryHandle('microgpt-runs', { create: true }); })"
                    + "  .then(done, failed);"
                    + "} catch (e) { failed(e); }")
    private static native void openFolder(Done done, Failed failed);

    /** Opens a file to be written in place. */
    @JSBody(
            params = {"folder", "name", "done", "failed"},
            script = "folder.getFileHandle(name, { create: true })"
                    + ".then(function(file) { return file.createSyncAccessHandle(); })"
                    + ".then(done, failed);")
    private static native void open(JSObject folder, String name, Done done, Failed failed);

    /** Like the two below it says what went wrong, and nothing if nothing did. */
    @JSBody(
            params = "file",
            script = "try { file.truncate(0); return ''; } catch (e) { return e.name + ': ' + e.message; }")
    private static native String truncate(JSObject file);

    @JSBody(
            params = {"file", "piece", "at"},
            script = "try {"
                    + "  var count = file.write(piece, { at: at });"
                    + "  return count === piece.length ? ''"
                    + "    : 'the disk is full: ' + count + ' of ' + piece.length + ' bytes were written';"
                    + "} catch (e) { return e.name + ': ' + e.message; }")
    private static native String write(JSObject file, Int8Array piece, int at);

    @JSBody(
            params = "file",
            script = "try { file.flush(); return ''; } catch (e) { return e.name + ': ' + e.message; }"
                    + " finally { file.close(); }")
    private static native String close(JSObject file);

    @JSBody(
            params = {"folder", "name", "done", "failed"},
            script = "folder.getFileHandle(name)"
                    + ".then(function(file) { return file.getFile(); })"
                    + ".then(done, failed);")
    private static native void find(JSObject folder, String name, Done done, Failed failed);

    @JSBody(params = "file", script = "return file.size;")
    private static native double size(JSObject file);

    @JSBody(
            params = {"file", "content", "failed"},
            script = "file.arrayBuffer().then(function(all) { content(new Int8Array(all)); }, failed);")
    private static native void content(JSObject file, Content content, Failed failed);

    @JSBody(
            params = {"folder", "name", "done", "failed"},
            script = "folder.removeEntry(name).then(function() { done(folder); }, failed);")
    private static native void delete(JSObject folder, String name, Done done, Failed failed);

    @JSBody(
            params = {"folder", "names", "failed"},
            script = "var found = [];"
                    + "var keys = folder.keys();"
                    + "function more(next) {"
                    + "  if (next.done) { return found; }"
                    + "  found.push(next.value);"
                    + "  return keys.next().then(more);"
                    + "}"
                    + "keys.next().then(more).then(names, failed);")
    private static native void names(JSObject folder, Names names, Failed failed);
}
