package microgpt.worker.storage;

import java.util.List;
import microgpt.worker.storage.Browser.Content;
import microgpt.worker.storage.Browser.Done;
import microgpt.worker.storage.Browser.Failed;
import microgpt.worker.storage.Browser.Names;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/** An IndexedDB of names and bytes, where there is no private file system. A write is a transaction of its own. */
final class DatabaseDisk implements Disk {
    private final JSObject database;

    private DatabaseDisk(JSObject database) {
        this.database = database;
    }

    static void open(Callback<Disk> callback) {
        openDatabase(database -> callback.done(new DatabaseDisk(database)), Browser.failing(callback));
    }

    @Override
    public String label() {
        return "database";
    }

    @Override
    public void write(String name, byte[] bytes, Callback<String> callback) {
        put(database, name, Int8Array.copyFromJavaArray(bytes), done -> callback.done(name), Browser.failing(callback));
    }

    @Override
    public void read(String name, int most, Callback<byte[]> callback) {
        get(
                database,
                name,
                bytes -> Continuation.attempt(callback, () -> {
                    if (bytes.getLength() > most) {
                        callback.failed(Disk.tooLarge(name, bytes.getLength(), most));
                    } else {
                        callback.done(bytes.copyToJavaArray());
                    }
                }),
                Browser.failing(callback, name));
    }

    @Override
    public void delete(String name, Callback<String> callback) {
        delete(database, name, done -> callback.done(name), Browser.failing(callback));
    }

    @Override
    public void names(Callback<List<String>> callback) {
        keys(database, names -> callback.done(Browser.list(names)), Browser.failing(callback));
    }

    @Override
    public void usage(Callback<Usage> callback) {
        Browser.usage(callback);
    }

    @JSBody(
            params = {"done", "failed"},
            script = "try {"
                    + "  var opening = indexedDB.open('microgpt-runs', 1);"
                    + "  opening.onupgradeneeded = function() { opening.result.createObjectStore('files'); };"
                    + "  opening.onsuccess = function() { done(opening.result); };"
                    + "  opening.onerror = function() { failed(opening.error); };"
                    + "} catch (e) { failed(e); }")
    private static native void openDatabase(Done done, Failed failed);

    @JSBody(
            params = {"database", "name", "bytes", "done", "failed"},
            script = "try {"
                    + "  var change = database.transaction('files', 'readwrite', { durability: 'strict' });"
                    + "  change.objectStore('files').put(bytes, name);"
                    + "  change.oncomplete = function() { done(database); };"
                    + "  change.onabort = function() { failed(change.error); };"
                    + "} catch (e) { failed(e); }")
    private static native void put(JSObject database, String name, Int8Array bytes, Done done, Failed failed);

    @JSBody(
            params = {"database", "name", "content", "failed"},
            script = "try {"
                    + "  var asking = database.transaction('files').objectStore('files').get(name);"
                    + "  asking.onsuccess = function() {"
                    + "    if (asking.result instanceof Int8Array) { content(asking.result); }"
                    + "    else if (asking.result === undefined) { failed(new Error('there is no such file')); }"
                    + "    else { failed(new Error('what is kept there are no bytes of ours')); }"
                    + "  };"
                    + "  asking.onerror = function() { failed(asking.error); };"
                    + "} catch (e) { failed(e); }")
    private static native void get(JSObject database, String name, Content content, Failed failed);

    @JSBody(
            params = {"database", "name", "done", "failed"},
            script = "try {"
                    + "  var change = database.transaction('files', 'readwrite');"
                    + "  change.objectStore('files').delete(name);"
                    + "  change.oncomplete = function() { done(database); };"
                    + "  change.onabort = function() { failed(change.error); };"
                    + "} catch (e) { failed(e); }")
    private static native void delete(JSObject database, String name, Done done, Failed failed);

    @JSBody(
            params = {"database", "names", "failed"},
            script = "try {"
                    + "  var asking = database.transaction('files').objectStore('files').getAllKeys();"
                    + "  asking.onsuccess = function() { names(asking.result.filter(function(key) { return typeof key === 'string'; })); };"
                    + "  asking.onerror = function() { failed(asking.error); };"
                    + "} catch (e) { failed(e); }")
    private static native void keys(JSObject database, Names names, Failed failed);
}
