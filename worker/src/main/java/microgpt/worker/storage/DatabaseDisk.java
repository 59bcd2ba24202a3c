package microgpt.worker.storage;

import java.util.List;
import microgpt.worker.storage.Browser.Content;
import microgpt.worker.storage.Browser.Done;
import microgpt.worker.storage.Browser.Names;
import microgpt.worker.storage.Browser.Reason;
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
        openDatabase(database -> callback.done(new DatabaseDisk(database)), callback::failed);
    }

    @Override
    public String label() {
        return "database";
    }

    @Override
    public void write(String name, byte[] bytes, Callback<String> callback) {
        put(database, name, Int8Array.copyFromJavaArray(bytes), done -> callback.done(name), callback::failed);
    }

    @Override
    public void read(String name, Callback<byte[]> callback) {
        get(database, name, bytes -> callback.done(bytes.copyToJavaArray()), callback::failed);
    }

    @Override
    public void delete(String name, Callback<String> callback) {
        delete(database, name, done -> callback.done(name), callback::failed);
    }

    @Override
    public void names(Callback<List<String>> callback) {
        keys(database, names -> callback.done(Browser.list(names)), callback::failed);
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
                    + "  opening.onerror = function() { failed(String(opening.error)); };"
                    + "} catch (e) { failed(String(e)); }")
    private static native void openDatabase(Done done, Reason failed);

    @JSBody(
            params = {"database", "name", "bytes", "done", "failed"},
            script = "try {"
                    + "  var change = database.transaction('files', 'readwrite', { durability: 'strict' });"
                    + "  change.objectStore('files').put(bytes, name);"
                    + "  change.oncomplete = function() { done(database); };"
                    + "  change.onabort = function() { failed(String(change.error)); };"
                    + "} catch (e) { failed(String(e)); }")
    private static native void put(JSObject database, String name, Int8Array bytes, Done done, Reason failed);

    @JSBody(
            params = {"database", "name", "content", "failed"},
            script = "try {"
                    + "  var asking = database.transaction('files').objectStore('files').get(name);"
                    + "  asking.onsuccess = function() {"
                    + "    if (asking.result) { content(asking.result); } else { failed('there is no file ' + name); }"
                    + "  };"
                    + "  asking.onerror = function() { failed(name + ': ' + asking.error); };"
                    + "} catch (e) { failed(String(e)); }")
    private static native void get(JSObject database, String name, Content content, Reason failed);

    @JSBody(
            params = {"database", "name", "done", "failed"},
            script = "try {"
                    + "  var change = database.transaction('files', 'readwrite');"
                    + "  change.objectStore('files').delete(name);"
                    + "  change.oncomplete = function() { done(database); };"
                    + "  change.onabort = function() { failed(String(change.error)); };"
                    + "} catch (e) { failed(String(e)); }")
    private static native void delete(JSObject database, String name, Done done, Reason failed);

    @JSBody(
            params = {"database", "names", "failed"},
            script = "try {"
                    + "  var asking = database.transaction('files').objectStore('files').getAllKeys();"
                    + "  asking.onsuccess = function() { names(asking.result); };"
                    + "  asking.onerror = function() { failed(String(asking.error)); };"
                    + "} catch (e) { failed(String(e)); }")
    private static native void keys(JSObject database, Names names, Reason failed);
}
