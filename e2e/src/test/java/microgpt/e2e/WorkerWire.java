package microgpt.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The wire between a test and a worker of the site, of which an empty page holds the end. */
final class WorkerWire {
    private static final String START = """
            ([address, name]) => {
              const encode = buffer => {
                let text = '';
                for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
                return btoa(text);
              };
              window.reports = [];
              window.arrived = () => {};
              window.worker = new Worker(address, {type: 'module', name});
              worker.onmessage = ({data}) => {
                reports.push(data.failed ? '!' + data.failed : encode(data));
                arrived();
              };
              worker.onerror = ({message}) => { reports.push('!' + message); arrived(); };
            }""";
    private static final String SEND = """
            commands => commands.forEach(base64 =>
              worker.postMessage(Uint8Array.from(atob(base64), c => c.charCodeAt(0)).buffer))""";
    private static final String TAKE = """
            () => new Promise((take, give) => {
              setTimeout(() => give(new Error('the worker says nothing')), 60000);
              arrived = () => { arrived = () => {}; take(reports.splice(0)); };
              if (reports.length) arrived();
            })""";

    /** What has arrived already. */
    private static final String PEEK = "() => reports.splice(0)";

    private final Evaluation page;
    private int sent;

    /** A page that calls functions of JavaScript. */
    interface Evaluation {
        Object call(String function, Object argument);
    }

    /** Starts the worker that goes by {@code name} from an empty page beside it. */
    WorkerWire(Page page, String site, String name) {
        this(onEmptyPage(page, site), site + "worker.js", name);
    }

    /** Starts the worker at an address, which is of the same site as the page. */
    WorkerWire(Evaluation page, String worker, String name) {
        this.page = page;
        page.call(START, List.of(worker, name));
    }

    private static Evaluation onEmptyPage(Page page, String site) {
        String empty = site + "empty.html";
        page.route(
                empty,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setHeaders(Map.of("Content-Type", "text/html"))
                        .setBody("<!doctype html><link rel=\"icon\" href=\"data:,\"><title>empty</title>")));
        page.navigate(empty);
        return page::evaluate;
    }

    /** The number of the next command. */
    int next() {
        return ++sent;
    }

    void send(List<byte[]> messages) {
        page.call(
                SEND, messages.stream().map(Base64.getEncoder()::encodeToString).toList());
    }

    /** What has arrived since this was last asked; waits until there is something. */
    List<byte[]> receive() {
        return decoded(page.call(TAKE, List.of()));
    }

    /** The same without waiting. */
    List<byte[]> peek() {
        return decoded(page.call(PEEK, List.of()));
    }

    private static List<byte[]> decoded(Object messages) {
        List<byte[]> decoded = new ArrayList<>();
        for (Object message : (List<?>) messages) {
            String text = (String) message;
            if (text.startsWith("!")) {
                throw new AssertionError("the worker says " + text.substring(1));
            }
            decoded.add(Base64.getDecoder().decode(text));
        }
        return decoded;
    }
}
