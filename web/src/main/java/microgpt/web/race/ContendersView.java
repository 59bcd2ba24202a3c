package microgpt.web.race;

import java.util.ArrayList;
import java.util.List;
import microgpt.config.ConfigException;
import microgpt.config.OnlinePreset;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.text.Numbers;
import microgpt.web.text.SettingWords;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Who races, in a column each: presets, the settings in which they differ and nothing else, and how they do. */
final class ContendersView {
    /** What the reader does here. */
    interface Listener {
        void choose(int contender, String preset);

        /** @throws ConfigException if the change makes no sense */
        void change(int contender, String key, String value);

        void add();

        void remove(int contender);
    }

    private final Offers offers;
    private final SettingNames names;
    private final Listener listener;
    private final HTMLElement table;
    private final HTMLElement add;
    private final ChangeForm change;
    private final List<HTMLElement> means = new ArrayList<>();
    private final List<HTMLElement> averages = new ArrayList<>();
    private final List<HTMLElement> differences = new ArrayList<>();
    private final List<HTMLElement> intervals = new ArrayList<>();

    ContendersView(Panel page, Offers offers, Listener listener) {
        this.offers = offers;
        this.listener = listener;
        names = new SettingNames(offers.catalogue());
        table = page.part("contenders");
        add = page.part("add");
        change = new ChangeForm(page, offers.catalogue(), names, this::tryChange);
        add.onClick(event -> listener.add());
    }

    private String tryChange(int contender, String key, String value) {
        try {
            listener.change(contender, key, value);
            return "";
        } catch (ConfigException e) {
            return SettingWords.of(String.valueOf(e.getMessage()), key, names.all());
        }
    }

    /** Shows who races; what they have reached is not known yet. */
    void show(Lineup lineup) {
        table.clear();
        add.setHidden(lineup.isFull());
        change.show(lineup);
        HTMLElement head = Dom.append(Dom.append(table, "thead", "", ""), "tr", "", "");
        Dom.append(head, "td", "", "");
        for (int i = 0; i < lineup.size(); i++) {
            head(head, lineup, i);
        }
        HTMLElement body = Dom.append(table, "tbody", "", "");
        HTMLElement presets = row(body, "Preset");
        for (int i = 0; i < lineup.size(); i++) {
            preset(Dom.append(presets, "td", "", ""), lineup, i);
        }
        List<String> keys = lineup.differing();
        for (String key : keys) {
            HTMLElement row = row(body, names.name(key));
            row.setAttribute("data-key", key);
            for (int i = 0; i < lineup.size(); i++) {
                String value = names.value(key, lineup.recipe(i).value(key));
                Dom.append(row, "td", lineup.isChanged(i, key) ? "changed" : "", value);
            }
        }
        if (keys.isEmpty()) {
            HTMLElement none = Dom.append(row(body, "Settings"), "td", "", "all the same: change one below");
            none.setAttribute("colspan", Integer.toString(lineup.size()));
        }
        results(body, "Cumulative mean", means, lineup.size());
        results(body, "Moving average", averages, lineup.size());
        results(body, "Difference from A", differences, lineup.size());
        results(body, "95 % interval", intervals, lineup.size());
    }

    private void head(HTMLElement head, Lineup lineup, int index) {
        String letter = Lineup.letter(index);
        HTMLElement cell = Dom.append(head, "th", "", "");
        cell.setAttribute("scope", "col");
        Dom.append(cell, "i", "line lane-" + index, "");
        Dom.append(cell, "b", "", letter);
        if (lineup.size() > 2) {
            HTMLElement button = Dom.append(cell, "button", "quiet", "×");
            button.setAttribute("type", "button");
            button.setAttribute("aria-label", "Remove " + letter);
            button.onClick(event -> listener.remove(index));
        }
    }

    private void preset(HTMLElement cell, Lineup lineup, int index) {
        HTMLSelectElement select = (HTMLSelectElement) Dom.append(cell, "select", "", "");
        select.setAttribute("aria-label", "Preset of " + Lineup.letter(index));
        select.setAttribute("data-testid", "preset-" + index);
        for (OnlinePreset each : offers.presets()) {
            Dom.append(select, "option", "", each.label()).setAttribute("value", each.id());
        }
        select.setValue(lineup.preset(index));
        select.onEvent("change", event -> listener.choose(index, select.getValue()));
    }

    private static HTMLElement row(HTMLElement body, String title) {
        HTMLElement row = Dom.append(body, "tr", "", "");
        Dom.append(row, "th", "", title).setAttribute("scope", "row");
        return row;
    }

    private static void results(HTMLElement body, String title, List<HTMLElement> cells, int count) {
        HTMLElement row = row(body, title);
        row.setClassName("result");
        cells.clear();
        for (int i = 0; i < count; i++) {
            cells.add(Dom.append(row, "td", "", Numbers.UNKNOWN));
        }
    }

    /** Shows how they do. */
    void show(RaceRecord record) {
        for (int i = 0; i < Math.min(means.size(), record.size()); i++) {
            Dom.text(means.get(i), Numbers.fixed(record.score(i).mean(), 3));
            means.get(i)
                    .setAttribute("data-value", Double.toString(record.score(i).mean()));
            Dom.text(averages.get(i), Numbers.fixed(record.score(i).average(), 3));
            if (i > 0 && record.position() > 0) {
                Dom.text(differences.get(i), RaceText.difference(record.pairing(i)));
                Dom.text(intervals.get(i), RaceText.interval(record.pairing(i)));
            }
        }
    }
}
