package microgpt.web.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FormulaTest {
    @Test
    void fractionsRootsAndScriptsBecomeElements() {
        assertEquals(
                "mrow(y = mfrac(x msqrt(mrow(msup(x 2) + msup(10 mrow(− 5))))))",
                shown("y = \\frac{x}{\\sqrt{x^2 + 10^{−5}}}"));
        assertEquals("mrow(dx = msubsup(W q T) \u2009 dq)", shown("dx = W_q^T\\, dq"));
        assertEquals("mrow(munder(∑ mrow(t ≤ i)) msub(a t))", shown("\\sum_{t ≤ i} a_t"));
    }

    @Test
    void whatIsNoFormulaIsRefused() {
        for (String wrong : new String[] {"x_", "{x", "x}", "\\root x"}) {
            assertThrows(IllegalArgumentException.class, () -> Formula.parse(wrong), wrong);
        }
    }

    private static String shown(String tex) {
        return shown(Formula.parse(tex));
    }

    private static String shown(Formula formula) {
        if (formula.parts().isEmpty()) {
            return formula.text();
        }
        StringBuilder out = new StringBuilder(formula.tag()).append('(');
        for (int i = 0; i < formula.parts().size(); i++) {
            out.append(i == 0 ? "" : " ").append(shown(formula.parts().get(i)));
        }
        return out.append(')').toString();
    }
}
