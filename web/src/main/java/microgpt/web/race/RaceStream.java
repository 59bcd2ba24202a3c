package microgpt.web.race;

import microgpt.numeric.Nullable;
import microgpt.protocol.Source;
import microgpt.web.recipe.RaceLink;
import org.teavm.jso.file.Blob;

/**
 * What all contenders read.
 *
 * @param name what a link calls it, empty for the default
 * @param source what workers are asked for
 * @param own the text itself if it is the reader's own, else null
 */
record RaceStream(String name, Source source, @Nullable Blob own) {
    static RaceStream builtIn(String name, String plan) {
        return new RaceStream(name, new Source.Phases(plan), null);
    }

    static RaceStream own(Blob text, String title) {
        return new RaceStream(RaceLink.OWN, new Source.Supplied(title), text);
    }
}
