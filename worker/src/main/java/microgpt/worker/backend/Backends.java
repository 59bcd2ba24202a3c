package microgpt.worker.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.numeric.Nullable;
import microgpt.worker.simd.SimdBackend;

/**
 * The back ends that this browser can run. Each is opened once, when one is first asked for, and shared by all that ask: it
 * may take over memory or a device. The answer may come later.
 */
public final class Backends {
    private static final Backends HERE = new Backends(List.of(Backends::openSimd));

    private final List<Candidate> candidates;
    private final List<Consumer<List<Choice>>> waiting = new ArrayList<>();
    private final List<Choice> opened = new ArrayList<>();
    private boolean complete;

    /** A back end, what it suits, and in a sentence why it is the one. */
    public record Choice(Backend backend, Preference suits, String why) {}

    /** What is wanted of a back end. */
    public enum Preference {
        /** As fast as this browser can. */
        FASTEST,
        /** The same bits as outside the browser. */
        REFERENCE
    }

    /** A kind of back end that a browser may have. */
    interface Candidate {
        /** Answers once, with none where this browser has it not. */
        void open(Consumer<List<Choice>> answer);
    }

    /** {@code candidates}: the best first. */
    Backends(List<Candidate> candidates) {
        this.candidates = candidates;
    }

    /** Answers with the back end that is preferred. */
    public static void choose(Preference preference, Consumer<Choice> answer) {
        HERE.preferred(preference, answer);
    }

    /** Answers with all there are, the best first; the reference is the last. */
    public static void all(Consumer<List<Choice>> answer) {
        HERE.open(answer);
    }

    /** The bytes of the kernels' memory that runs hold. */
    public static long memoryInUse() {
        for (Choice choice : HERE.opened) {
            if (choice.suits() == Preference.FASTEST) {
                return choice.backend().memoryInUse();
            }
        }
        return 0;
    }

    void preferred(Preference preference, Consumer<Choice> answer) {
        if (preference == Preference.REFERENCE) {
            answer.accept(new Choice(
                    JavaBackend.alone(),
                    Preference.REFERENCE,
                    "it was asked for, and computes the same bits as outside the browser"));
        } else {
            open(all -> answer.accept(all.get(0)));
        }
    }

    void open(Consumer<List<Choice>> answer) {
        if (complete) {
            answer.accept(List.copyOf(opened));
            return;
        }
        waiting.add(answer);
        if (waiting.size() == 1) {
            open(0);
        }
    }

    private void open(int next) {
        if (next < candidates.size()) {
            candidates.get(next).open(found -> {
                opened.addAll(found);
                open(next + 1);
            });
            return;
        }
        opened.add(new Choice(
                JavaBackend.alone(), Preference.REFERENCE, "this browser has no SIMD, and plain Java runs everywhere"));
        complete = true;
        waiting.forEach(answer -> answer.accept(List.copyOf(opened)));
        waiting.clear();
    }

    private static void openSimd(Consumer<List<Choice>> answer) {
        @Nullable Backend simd = SimdBackend.ofThisBrowser();
        answer.accept(
                simd == null ? List.of() : List.of(new Choice(simd, Preference.FASTEST, SimdBackend.explanation())));
    }
}
