package microgpt.web.dom;

import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** Elements made and filled, a line each. */
public final class Dom {
    private static final HTMLDocument DOCUMENT = Window.current().getDocument();

    private Dom() {}

    public static HTMLElement create(String tag, String className, String text) {
        HTMLElement element = DOCUMENT.createElement(tag);
        if (!className.isEmpty()) {
            element.setClassName(className);
        }
        if (!text.isEmpty()) {
            element.appendChild(DOCUMENT.createTextNode(text));
        }
        return element;
    }

    /** A new element as the last child of {@code parent}. */
    public static HTMLElement append(HTMLElement parent, String tag, String className, String text) {
        HTMLElement element = create(tag, className, text);
        parent.appendChild(element);
        return element;
    }

    /** Sets the text only if it differs: unchanged text costs no layout. */
    public static void text(HTMLElement element, String text) {
        if (!text.equals(element.getTextContent())) {
            element.setTextContent(text);
        }
    }
}
