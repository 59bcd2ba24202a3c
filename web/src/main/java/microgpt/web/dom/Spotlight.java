package microgpt.web.dom;

import microgpt.numeric.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** A card that stands beside the part of the page that it speaks of, and controls that are worked from there. */
public final class Spotlight {
    private Spotlight() {}

    /**
     * Brings {@code place} into sight, unfolded and marked, with {@code card} beside it; it stays there when the page is
     * scrolled. The card of a narrow page stands at its foot.
     */
    @JSBody(
            params = {"card", "place"},
            script = """
                    document.querySelectorAll('.spotlit').forEach(function(e) { e.classList.remove('spotlit'); });
                    for (var d = place.closest('details'); d; d = d.parentElement.closest('details')) { d.open = true; }
                    var marked = place.closest('.setting, .card, details') || place;
                    marked.classList.add('spotlit');
                    var calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
                    if (place.closest('header') === null) {
                      var narrow = innerWidth < 700;
                      var seen = narrow ? place : marked;
                      seen.style.scrollMarginTop = narrow ? '9rem' : '5rem';
                      seen.scrollIntoView({behavior: calm ? 'auto' : 'smooth',
                        block: narrow || seen.offsetHeight > innerHeight * .6 ? 'start' : 'center'});
                    }
                    if (!card.follow) {
                      card.follow = function() {
                        if (card.hidden || !card.beside) { return; }
                        var r = card.beside.getBoundingClientRect(), w = card.offsetWidth, h = card.offsetHeight, gap = 12;
                        var narrow = innerWidth < 700;
                        var below = r.bottom + gap + h <= innerHeight, above = r.top - gap - h >= 0;
                        var top = below ? r.bottom + gap : above ? r.top - gap - h : innerHeight - h - gap;
                        var left = below || above ? r.left : r.right + gap + w <= innerWidth ? r.right + gap
                          : r.left - gap - w >= 0 ? r.left - gap - w : innerWidth - w - gap;
                        card.style.top = narrow ? 'auto' : Math.max(gap, Math.min(top, innerHeight - h - gap)) + 'px';
                        card.style.left = narrow ? '' : Math.max(gap, Math.min(left, innerWidth - w - gap)) + 'px';
                      };
                      addEventListener('scroll', card.follow, {passive: true});
                      addEventListener('resize', card.follow);
                    }
                    card.beside = marked;
                    card.follow();
                    requestAnimationFrame(card.follow);""")
    public static native void on(HTMLElement card, HTMLElement place);

    /** The control of that name; null if there is none. */
    @JSBody(
            params = {"root", "name"},
            script = "return root.querySelector('[name=\"' + name + '\"]');")
    public static native @Nullable HTMLElement control(HTMLElement root, String name);

    /** Nothing is marked any more. */
    @JSBody(params = "card", script = """
                    card.beside = null;
                    document.querySelectorAll('.spotlit').forEach(function(e) { e.classList.remove('spotlit'); });""")
    public static native void off(HTMLElement card);

    /** The value of the control of that name, as text; empty if there is none. */
    @JSBody(
            params = {"root", "name"},
            script = """
                    var c = root.querySelector('[name="' + name + '"]');
                    return !c ? '' : c.type === 'checkbox' ? String(c.checked) : c.value;""")
    public static native String valueOf(HTMLElement root, String name);

    /** Works the control of that name, as a reader would. */
    @JSBody(
            params = {"root", "name", "value"},
            script = """
                    var c = root.querySelector('[name="' + name + '"]');
                    if (c && c.type === 'checkbox') {
                      if (String(c.checked) !== value) { c.click(); }
                    } else if (c) {
                      c.value = value;
                      c.dispatchEvent(new Event('change', {bubbles: true}));
                    }""")
    public static native void set(HTMLElement root, String name, String value);
}
