package microgpt.web.step;

import java.util.function.Consumer;
import microgpt.web.dom.Panel;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;
import org.teavm.jso.dom.xml.NodeList;

/** The sections of the mathematics: each names its boxes, and a box leads to its section. */
final class MathView {
    private static final String MATHML = "http://www.w3.org/1998/Math/MathML";

    private final Panel root;
    private final HTMLElement panel;

    MathView(Panel root) {
        this.root = root;
        panel = root.part("math-panel");
    }

    /** {@code onBox} is told the name of the box whose button is pressed. */
    void listen(Consumer<String> onBox) {
        NodeList<? extends HTMLElement> buttons = panel.querySelectorAll("[data-box]");
        for (int i = 0; i < buttons.getLength(); i++) {
            HTMLElement button = buttons.get(i);
            button.onClick(event -> onBox.accept(button.getAttribute("data-box")));
        }
    }

    /** Opens the panel, so that a link into it finds its end. */
    void open() {
        panel.setAttribute("open", "");
    }

    /** The heading of a section. */
    String title(String section) {
        return root.part(section).getTextContent();
    }

    /** Shows formulas, parted by semicolons, as the only content of {@code parent}. */
    static void show(HTMLElement parent, String formulas) {
        parent.clear();
        for (String formula : formulas.split(";", -1)) {
            append(parent, formula);
        }
    }

    private static void append(HTMLElement parent, String tex) {
        Element math = parent.getOwnerDocument().createElementNS(MATHML, "math");
        math.setAttribute("displaystyle", "true");
        math.appendChild(element(parent, Formula.parse(tex)));
        parent.appendChild(math);
    }

    private static Element element(HTMLElement at, Formula of) {
        Element element = at.getOwnerDocument().createElementNS(MATHML, of.tag());
        if (!of.text().isEmpty()) {
            element.appendChild(at.getOwnerDocument().createTextNode(of.text()));
        }
        for (Formula part : of.parts()) {
            element.appendChild(element(at, part));
        }
        return element;
    }
}
