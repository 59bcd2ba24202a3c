package microgpt.web.dom;

import microgpt.numeric.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * A piece of the page that stands on its own, and the parts in it that the page's code fills: elements with the attribute
 * {@code data-part}. The page may hold several of a kind.
 */
public final class Panel {
    private final HTMLElement root;
    private final String suffix;

    /**
     * A piece that the page's HTML has once or several times; this is number {@code index} of them, from 0. The first keeps
     * its ids, those of the others are made its own: labels and descriptions go by ids, which a page must not have twice.
     */
    public Panel(HTMLElement root, int index) {
        this(root, suffix(index));
        if (index > 0) {
            renameIds(root, suffix);
        }
        restoreChoices(root);
    }

    private Panel(HTMLElement root, String suffix) {
        this.root = root;
        this.suffix = suffix;
    }

    /** The same piece, for a program that joins the one which has made its ids its own. */
    public static Panel joined(HTMLElement root, int index) {
        return new Panel(root, suffix(index));
    }

    private static String suffix(int index) {
        return index == 0 ? "" : "-" + (index + 1);
    }

    /** All of the page. */
    public static Panel page() {
        return new Panel(body(), 0);
    }

    /** All of the page, for a program that joins another: what the reader has chosen stays. */
    public static Panel joinedPage() {
        return joined(body(), 0);
    }

    private static HTMLElement body() {
        return Window.current().getDocument().getBody();
    }

    /** All pieces of the page that a selector of CSS stands for, in order. */
    public static NodeList<? extends HTMLElement> all(String selector) {
        return body().querySelectorAll(selector);
    }

    public HTMLElement root() {
        return root;
    }

    /**
     * The part with this name.
     *
     * @throws IllegalStateException if the HTML has none
     */
    public HTMLElement part(String name) {
        @Nullable HTMLElement part = root.querySelector("[data-part=\"" + name + "\"]");
        if (part == null) {
            throw new IllegalStateException("the HTML of this page has no part \"" + name + "\"");
        }
        return part;
    }

    /** The part with this name, seen as an input, a button, a select ... */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // browser objects have no Java type to check
    public <T extends HTMLElement> T as(String name) {
        return (T) part(name);
    }

    /** An id for an element made in this piece, which no other piece has. */
    public String id(String name) {
        return name + suffix;
    }

    @JSBody(
            params = {"root", "suffix"},
            script = """
                    var renamed = {};
                    [root].concat(Array.from(root.querySelectorAll('[id]'))).forEach(function(e) {
                      if (e.id) { renamed[e.id] = e.id + suffix; e.id += suffix; }
                    });
                    ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'list'].forEach(function(name) {
                      root.querySelectorAll('[' + name + ']').forEach(function(e) {
                        e.setAttribute(name, e.getAttribute(name).split(' ').map(function(id) {
                          return renamed[id] || id;
                        }).join(' '));
                      });
                    });
                    root.querySelectorAll('input[type=radio]').forEach(function(e) { e.name += suffix; });""")
    private static native void renameIds(HTMLElement root, String suffix);

    /** Radio buttons of several pieces were one group until they were renamed: of these only one was on. */
    @JSBody(
            params = "root",
            script =
                    "root.querySelectorAll('input[type=radio]').forEach(function(e) { e.checked = e.defaultChecked; });")
    private static native void restoreChoices(HTMLElement root);
}
