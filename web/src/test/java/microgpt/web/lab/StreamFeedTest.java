package microgpt.web.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.web.shell.Commands;
import org.junit.jupiter.api.Test;

class StreamFeedTest {
    private final StreamFeed feed = new StreamFeed();
    private final List<LabCommand> sent = new ArrayList<>();
    private final Commands<LabCommand> worker = command -> {
        sent.add(command);
        return sent.size();
    };

    /** A stream of one byte that the page sends, and that remembers whether it was stopped. */
    private static final class OneByte implements StreamChoice {
        boolean stopped;

        @Override
        public Source source() {
            return new Source.Supplied("one byte");
        }

        @Override
        public void feed(int run, Commands<LabCommand> commands) {
            commands.send(new LabCommand.Append(run, Bytes.of(new byte[1]), true));
        }

        @Override
        public void stop() {
            stopped = true;
        }
    }

    @Test
    void aRunGetsTheStreamThatItWasAskedForWith() {
        OneByte first = new OneByte();
        OneByte second = new OneByte();
        feed.asked(3, first);
        feed.asked(4, second);
        assertSame(first, feed.built(3));
        assertSame(second, feed.built(4));
        feed.begin(worker);
        assertEquals(List.of(new LabCommand.Append(4, Bytes.of(new byte[1]), true)), sent);
    }

    @Test
    void theStreamBeforeIsSentAsLongAsNoOtherRunIsBuilt() {
        OneByte first = new OneByte();
        feed.asked(3, first);
        feed.built(3);
        feed.asked(4, new OneByte());
        assertEquals(false, first.stopped);
        feed.built(4);
        assertEquals(true, first.stopped);
    }

    @Test
    void aRunThatNobodyAskedForReadsNothing() {
        assertNull(feed.built(1));
        feed.begin(worker);
        feed.cancel(worker);
        assertEquals(List.of(), sent);
    }

    @Test
    void whatTheWorkerFetchesIsCancelledThere() {
        feed.asked(1, new StreamChoice.FromWeb("https://example.org/", 1000));
        feed.built(1);
        feed.cancel(worker);
        assertEquals(List.of(new LabCommand.CancelLoading()), sent);
    }
}
