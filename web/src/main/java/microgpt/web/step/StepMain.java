package microgpt.web.step;

import java.util.List;
import microgpt.web.shell.Shell;
import microgpt.web.shell.SiteFiles;

/** The entry point of the page that steps through a GPT. */
public final class StepMain {
    private static final String NAMES = "names.txt";

    private StepMain() {}

    public static void main(String[] args) {
        Shell shell = new Shell();
        SiteFiles.fetch(List.of(NAMES), shell.banner(), files -> new StepPage(shell, files.text(NAMES)));
    }
}
