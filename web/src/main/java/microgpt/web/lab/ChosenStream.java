package microgpt.web.lab;

import java.util.function.Consumer;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;

/** A stream that the reader has chosen: it can be begun again and again. */
interface ChosenStream {
    Source source();

    /** The name of its plan, for the link; empty if it is not a built-in one. */
    default String plan() {
        return "";
    }

    /** Sends what the worker cannot get by itself, after the run of that number was built. */
    default void feed(int run, Consumer<LabCommand> commands) {}

    /** The worker has room for the next piece. */
    default void goOn() {}

    /** Sends no more. */
    default void stop() {}

    /** The built-in phases, by the text of their plan. */
    record BuiltIn(String plan, String json) implements ChosenStream {
        @Override
        public Source source() {
            return new Source.Phases(json);
        }
    }

    /** What the reader types from now on. */
    record Typed() implements ChosenStream {
        @Override
        public Source source() {
            return new Source.Typed();
        }
    }

    /** What the worker fetches. */
    record FromWeb(String address, long limit) implements ChosenStream {
        @Override
        public Source source() {
            return new Source.Url(address, limit);
        }
    }
}
