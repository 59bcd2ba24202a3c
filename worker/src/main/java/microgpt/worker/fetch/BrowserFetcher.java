package microgpt.worker.fetch;

import microgpt.numeric.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSError;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.streams.ReadableStream;
import org.teavm.jso.streams.ReadableStreamDefaultReader;
import org.teavm.jso.streams.ReadableStreamReadResult;
import org.teavm.jso.typedarrays.Int8Array;

/** The browser's {@code fetch}, one piece at a time: the next is asked for when the last has been taken in. */
public final class BrowserFetcher implements Fetcher {
    @Override
    public Runnable begin(String address, Receiver receiver) {
        AbortController controller = new AbortController();
        Reading reading = new Reading(receiver);
        fetch(address, controller.getSignal()).then(reading::open, reading::fail);
        return () -> {
            reading.over = true;
            controller.abort();
        };
    }

    @JSBody(
            params = {"address", "signal"},
            script = "return fetch(address, {signal: signal, credentials: 'omit', referrerPolicy: 'no-referrer'});")
    private static native JSPromise<Response> fetch(String address, JSObject signal);

    /** One response on its way in. */
    private static final class Reading {
        private final Receiver receiver;
        private boolean over;

        Reading(Receiver receiver) {
            this.receiver = receiver;
        }

        @Nullable Object open(Response response) {
            if (!over) {
                Headers headers = response.getHeaders();
                String type = headers.get("content-type");
                String length = headers.get("content-length");
                receiver.opened(
                        response.getStatus(), type == null ? "" : type, length == null ? -1 : Long.parseLong(length));
                next(response.getBody().getReader());
            }
            return null;
        }

        private void next(ReadableStreamDefaultReader body) {
            if (!over) {
                body.read().then(result -> take(body, result), this::fail);
            }
        }

        private @Nullable Object take(ReadableStreamDefaultReader body, ReadableStreamReadResult result) {
            if (!over && result.isDone()) {
                receiver.ended();
            } else if (!over) {
                Int8Array piece = result.getValue();
                receiver.received(new Int8Array(piece.getBuffer(), piece.getByteOffset(), piece.getByteLength())
                        .copyToJavaArray());
                next(body);
            }
            return null;
        }

        @Nullable Object fail(Object reason) {
            if (!over) {
                receiver.failed(((JSError) reason).getMessage());
            }
            return null;
        }
    }

    /** What the browser answers to a request. */
    interface Response extends JSObject {
        @JSProperty
        int getStatus();

        @JSProperty
        Headers getHeaders();

        @JSProperty
        ReadableStream getBody();
    }

    /** The headers of a response. */
    interface Headers extends JSObject {
        @Nullable String get(String name);
    }

    /** The browser's means of giving a request up. */
    @JSClass
    static class AbortController implements JSObject {
        @JSProperty
        native JSObject getSignal();

        native void abort();
    }
}
