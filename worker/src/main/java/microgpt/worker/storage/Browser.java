package microgpt.worker.storage;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Int8Array;

/** What the storages of a browser have in common. */
final class Browser {
    private Browser() {}

    /** Told that it is done, with what came of it. */
    @JSFunctor
    interface Done extends JSObject {
        void done(JSObject what);
    }

    /** Told of bytes. */
    @JSFunctor
    interface Content extends JSObject {
        void bytes(Int8Array bytes);
    }

    /** Told of names. */
    @JSFunctor
    interface Names extends JSObject {
        void names(JSArrayReader<JSString> names);
    }

    /** Told why it is not: by what was thrown, which may be nothing. */
    @JSFunctor
    interface Failed extends JSObject {
        void because(@Nullable JSObject error);
    }

    /** Told of {@link Disk.Usage} in the numbers of JavaScript. */
    @JSFunctor
    interface Measured extends JSObject {
        void usage(double usedBytes, double quotaBytes, boolean persisted);
    }

    /** Passes a failure on in words. */
    static Failed failing(Callback<?> callback) {
        return error -> callback.failed(words(error));
    }

    /** The same, naming the file. */
    static Failed failing(Callback<?> callback, String file) {
        return error -> callback.failed(file + ": " + words(error));
    }

    @JSBody(
            params = "error",
            script = "if (!error) { return 'the browser does not say why'; }"
                    + "if (error.name && error.message) { return error.name + ': ' + error.message; }"
                    + "return error.name || error.message || String(error);")
    static native String words(@Nullable JSObject error);

    static List<String> list(JSArrayReader<JSString> names) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < names.getLength(); i++) {
            list.add(names.get(i).stringValue());
        }
        return list;
    }

    static void usage(Callback<Disk.Usage> callback) {
        measure(
                (used, quota, persisted) -> callback.done(new Disk.Usage((long) used, (long) quota, persisted)),
                failing(callback));
    }

    @JSBody(
            params = {"measured", "failed"},
            script = "if (!navigator.storage || !navigator.storage.estimate) { measured(-1, -1, false); return; }"
                    + "navigator.storage.persisted().then(function(kept) {"
                    + "  return navigator.storage.estimate().then(function(all) {"
                    + "    measured(all.usage, all.quota, kept);"
                    + "  });"
                    + "}).catch(failed);")
    private static native void measure(Measured measured, Failed failed);
}
