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

/**
 * The browser's {@code fetch}. A page's content security policy does not cover its workers, so this is where it stands: only
 * the server that was named is asked, or the site's own, over HTTPS, and it learns neither who asks nor from which page.
 */
public final class BrowserFetcher implements Fetcher {
    @Override
    public Transfer begin(String address, Receiver receiver) {
        String named = origin(address);
        Reading reading = new Reading(named, receiver);
        fetch(address, Redirects.areFollowed(named) ? "follow" : "manual", reading.controller.getSignal())
                .then(reading::open, reading::fail);
        return reading;
    }

    /** The server of an address; empty if there is none. */
    @JSBody(
            params = "address",
            script = "try { return new URL(address, location.href).origin; } catch (e) { return ''; }")
    private static native String origin(String address);

    @JSBody(
            params = {"address", "redirect", "signal"},
            script = "return new Promise(function(resolve) {"
                    + "  var url = new URL(address, location.href);"
                    + "  if (url.protocol !== 'https:' && url.origin !== location.origin) {"
                    + "    throw new TypeError('only addresses that begin with https: are asked');"
                    + "  }"
                    + "  resolve(fetch(url, {signal: signal, redirect: redirect, credentials: 'omit',"
                    + "    referrerPolicy: 'no-referrer'}));"
                    + "});")
    private static native JSPromise<Response> fetch(String address, String redirect, JSObject signal);

    /** One response on its way in. */
    private static final class Reading implements Transfer {
        private final String named;
        private final Receiver receiver;
        private final AbortController controller = new AbortController();
        private @Nullable ReadableStreamDefaultReader body;
        private boolean over;

        Reading(String named, Receiver receiver) {
            this.named = named;
            this.receiver = receiver;
        }

        @Override
        public void abort() {
            over = true;
            controller.abort();
        }

        @Nullable Object open(Response response) {
            if (over) {
                return null;
            }
            String answered = response.getUrl().isEmpty() ? named : origin(response.getUrl());
            if (response.getType().equals("opaqueredirect")) {
                refuse("");
            } else if (!Redirects.mayLead(named, answered)) {
                refuse(answered);
            } else {
                Headers headers = response.getHeaders();
                ReadableStream stream = response.getBody();
                body = stream == null ? null : stream.getReader();
                String type = headers.get("content-type");
                receiver.opened(
                        response.getStatus(),
                        type == null ? "" : type,
                        ContentLength.parse(headers.get("content-length")));
            }
            return null;
        }

        private void refuse(String server) {
            abort();
            receiver.redirected(server);
        }

        @Override
        public void next() {
            if (!over && body != null) {
                body.read().then(this::take, this::fail);
            } else if (!over) {
                receiver.ended();
            }
        }

        private @Nullable Object take(ReadableStreamReadResult result) {
            if (!over && result.isDone()) {
                receiver.ended();
            } else if (!over) {
                Int8Array piece = result.getValue();
                receiver.received(new Int8Array(piece.getBuffer(), piece.getByteOffset(), piece.getByteLength())
                        .copyToJavaArray());
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
        String getType();

        /** Where it came from after all; empty if the browser does not say. */
        @JSProperty
        String getUrl();

        @JSProperty
        Headers getHeaders();

        @JSProperty
        @Nullable ReadableStream getBody();
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
