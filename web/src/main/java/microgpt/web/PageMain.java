package microgpt.web;

import org.teavm.jso.browser.Window;

/** The page's entry point. */
public final class PageMain {
    private PageMain() {}

    public static void main(String[] args) {
        Window.current().getDocument().getElementById("status").setTextContent("page ready");
    }
}
