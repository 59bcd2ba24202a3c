package microgpt.site;

import microgpt.web.lab.LabMain;
import microgpt.worker.lab.LabWorkerMain;

/**
 * The laboratory's page and its worker as one WebAssembly module, {@code lab.wasm}: what both need of Java, of recipes and of
 * messages is loaded once. Their code does not see each other.
 */
public final class LabProgram {
    private LabProgram() {}

    /** @param args the name of the worker that runs it; none in the page */
    public static void main(String[] args) {
        if (args.length == 0) {
            LabMain.main(args);
        } else {
            LabWorkerMain.main(args);
        }
    }
}
