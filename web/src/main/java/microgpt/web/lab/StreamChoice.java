package microgpt.web.lab;

import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.web.shell.Commands;

/** A stream that the reader has chosen: it can be begun again and again. */
interface StreamChoice {
    Source source();

    /** The name of its plan, for the link; empty if it is not a built-in one. */
    default String plan() {
        return "";
    }

    /** Sends what the worker cannot get by itself, after the run of that number was built. */
    default void feed(int run, Commands<LabCommand> commands) {}

    /** The worker has room for the next piece. */
    default void goOn() {}

    /** Sends no more. */
    default void stop() {}

    /** Gives up what has not arrived yet: the rest is read. */
    default void cancel(int run, Commands<LabCommand> commands) {
        commands.send(new LabCommand.CancelLoading());
    }

    /** Whether the worker fetches it: then its run begins when the first bytes arrive, and the one before goes on until then. */
    default boolean isFetched() {
        return false;
    }

    /** Whether the reader types it. */
    default boolean isTyped() {
        return false;
    }

    /** The built-in phases, by the text of their plan. */
    record BuiltIn(String plan, String json) implements StreamChoice {
        @Override
        public Source source() {
            return new Source.Phases(json);
        }
    }

    /** What the reader types from now on. */
    record Typed() implements StreamChoice {
        @Override
        public Source source() {
            return new Source.Typed();
        }

        @Override
        public boolean isTyped() {
            return true;
        }
    }

    /** What the worker fetches. */
    record FromWeb(String address, long limit) implements StreamChoice {
        @Override
        public Source source() {
            return new Source.Url(address, limit);
        }

        @Override
        public boolean isFetched() {
            return true;
        }
    }
}
