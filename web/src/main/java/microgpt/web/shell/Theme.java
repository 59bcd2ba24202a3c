package microgpt.web.shell;

import java.util.ArrayList;
import java.util.List;
import microgpt.web.chart.Palette;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/** Light, dark, or as the system has it; remembered. Canvases ask here for the colours of the style sheet. */
public final class Theme {
    private static final String KEY = "microgpt.theme";
    private static final String AUTO = "auto";
    private static final String DARK_QUERY = "(prefers-color-scheme: dark)";

    /** What the page's other programs hear when the colours are others. */
    private static final String CHANGED = "theme";

    private final HTMLElement root = Window.current().getDocument().getDocumentElement();
    private final List<Runnable> listeners = new ArrayList<>();

    private String ink = "";
    private String soft = "";
    private String grid = "";
    private String hair = "";
    private String accent = "";
    private String warm = "";
    private String order = "";
    private String transformer = "";
    private String counts = "";
    private String cache = "";
    private String shared = "";
    private String card = "";
    private Palette palette = Palette.LIGHT;

    private Theme() {}

    /** Colours that the reader chooses with the button of the page. */
    static Theme chosenIn(Panel page) {
        Theme theme = new Theme();
        HTMLElement button = page.part("theme");
        button.onClick(event -> {
            String choice = theme.choice();
            theme.choose(choice.equals(AUTO) ? "light" : choice.equals("light") ? "dark" : AUTO, button);
        });
        Browser.onMatch(DARK_QUERY, dark -> theme.apply(theme.choice(), button));
        theme.apply(Browser.remembered(KEY, AUTO), button);
        return theme;
    }

    /** Colours as another program of the page lets the reader choose them. */
    static Theme asChosen() {
        Theme theme = new Theme();
        Browser.onAnnounced(CHANGED, theme::read);
        theme.read();
        return theme;
    }

    private String choice() {
        return root.hasAttribute("data-theme") ? root.getAttribute("data-theme") : AUTO;
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public Palette palette() {
        return palette;
    }

    public String ink() {
        return ink;
    }

    public String soft() {
        return soft;
    }

    public String grid() {
        return grid;
    }

    public String hair() {
        return hair;
    }

    public String accent() {
        return accent;
    }

    public String warm() {
        return warm;
    }

    public String order() {
        return order;
    }

    /** Of what the transformer alone predicts. */
    public String transformer() {
        return transformer;
    }

    /** Of what the counts alone predict. */
    public String counts() {
        return counts;
    }

    /** Of what the transformer predicts with its cache. */
    public String cache() {
        return cache;
    }

    /** Of fixed share over whole experts. */
    public String shared() {
        return shared;
    }

    public String card() {
        return card;
    }

    private void choose(String choice, HTMLElement button) {
        Browser.remember(KEY, choice);
        apply(choice, button);
    }

    private void apply(String choice, HTMLElement button) {
        if (choice.equals(AUTO)) {
            root.removeAttribute("data-theme");
        } else {
            root.setAttribute("data-theme", choice);
        }
        Dom.text(button, "Theme: " + choice);
        read();
        Browser.announce(CHANGED);
    }

    /** Takes the colours of the style sheet as they are now. */
    private void read() {
        String choice = choice();
        boolean dark = choice.equals("dark") || (choice.equals(AUTO) && Browser.matches(DARK_QUERY));
        palette = dark ? Palette.DARK : Palette.LIGHT;
        ink = Browser.cssVariable("--ink");
        soft = Browser.cssVariable("--soft");
        grid = Browser.cssVariable("--grid");
        hair = Browser.cssVariable("--hair");
        accent = Browser.cssVariable("--accent");
        warm = Browser.cssVariable("--warm");
        order = Browser.cssVariable("--order");
        transformer = Browser.cssVariable("--transformer");
        counts = Browser.cssVariable("--counts");
        cache = Browser.cssVariable("--cache");
        shared = Browser.cssVariable("--shared");
        card = Browser.cssVariable("--card");
        for (Runnable listener : listeners) {
            listener.run();
        }
    }
}
