package microgpt.web.train;

import microgpt.numeric.Nullable;
import microgpt.protocol.Source;
import org.teavm.jso.file.Blob;

/**
 * A text that the reader has chosen.
 *
 * @param key the same only for the same choice
 * @param blob what the page has to send itself; null where the worker gets it
 */
record TextChoice(String key, Source source, @Nullable Blob blob) {}
