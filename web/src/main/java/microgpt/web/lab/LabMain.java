package microgpt.web.lab;

import java.util.List;
import java.util.function.Consumer;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Shell;
import microgpt.web.shell.SiteFiles;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * The page's entry point: fetches what the page offers, and opens a laboratory in each element that is marked for one. The
 * address and the keys belong to the first.
 */
public final class LabMain {
    private static final String CATALOGUE = "lab.json";
    private static final String PRESETS = "configs/presets.json";
    private static final String ROOTS = "[data-lab]";

    private LabMain() {}

    public static void main(String[] args) {
        Shell shell = new Shell();
        SiteFiles.fetch(List.of(CATALOGUE, PRESETS), shell.banner(), files -> {
            try {
                open(shell, Offers.parse(files.text(CATALOGUE), files.text(PRESETS), PRESETS));
            } catch (IllegalArgumentException e) {
                shell.banner().missingFile(String.valueOf(e.getMessage()));
            }
        });
    }

    private static void open(Shell shell, Offers offers) {
        NodeList<? extends HTMLElement> roots = Panel.all(ROOTS);
        for (int i = 0; i < roots.getLength(); i++) {
            Consumer<String> address = i == 0 ? Browser::replaceHash : hash -> {};
            Lab lab = new Lab(shell, new Panel(roots.get(i), i), offers, address);
            lab.open(LabLink.parse(i == 0 ? Browser.hash() : "", offers));
            if (i == 0) {
                lab.takeKeys(shell.shortcuts());
                shell.header().offerLink(lab::readsOwnText);
            }
        }
        Window.current().onHashChange(event -> Browser.reload());
    }
}
