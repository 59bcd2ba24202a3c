package microgpt.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import microgpt.protocol.Command;
import microgpt.protocol.Report;
import microgpt.protocol.Wire;

/** The built worker without the page: commands go in and reports come out as they do in between the two. */
final class BareWorker {
    private static final String START = """
            address => {
              const encode = buffer => {
                let text = '';
                for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
                return btoa(text);
              };
              window.reports = [];
              window.arrived = () => {};
              window.worker = new Worker(address, {type: 'module', name: 'java'});
              worker.onmessage = ({data}) => {
                reports.push(typeof data === 'string' ? '!' + data : encode(data));
                arrived();
              };
              worker.onerror = ({message}) => { reports.push('!' + message); arrived(); };
            }""";
    private static final String SEND = """
            commands => commands.forEach(base64 =>
              worker.postMessage(Uint8Array.from(atob(base64), c => c.charCodeAt(0)).buffer))""";
    private static final String TAKE = """
            () => new Promise(take => {
              arrived = () => { arrived = () => {}; take(reports.splice(0)); };
              if (reports.length) arrived();
            })""";

    private final Page page;
    private final List<Report> unread = new ArrayList<>();

    /** Starts the worker of a site, on the Java back end, from an empty page beside it. */
    BareWorker(Page page, String site) {
        this.page = page;
        String empty = site + "empty.html";
        page.context()
                .route(
                        empty,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setHeaders(Map.of("Content-Type", "text/html"))
                                .setBody("<!doctype html><title>empty</title>")));
        page.navigate(empty);
        page.evaluate(START, site + "worker.js");
    }

    void send(List<? extends Command> commands) {
        List<String> encoded = new ArrayList<>();
        for (Command command : commands) {
            encoded.add(Base64.getEncoder().encodeToString(Wire.encode(command)));
        }
        page.evaluate(SEND, encoded);
    }

    /** All reports up to the first that is {@code last}. */
    List<Report> until(Predicate<Report> last) {
        List<Report> seen = new ArrayList<>();
        while (true) {
            if (unread.isEmpty()) {
                receive();
            }
            Report report = unread.remove(0);
            seen.add(report);
            if (last.test(report)) {
                return seen;
            }
            if (report instanceof Report.Failed failed) {
                throw new AssertionError(failed.toString());
            }
        }
    }

    private void receive() {
        for (Object message : (List<?>) page.evaluate(TAKE)) {
            String text = (String) message;
            if (text.startsWith("!")) {
                throw new AssertionError("the worker says " + text.substring(1));
            }
            unread.add(Wire.decodeReport(Base64.getDecoder().decode(text)));
        }
    }
}
