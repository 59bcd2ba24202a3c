package microgpt.worker.fetch;

import java.util.Objects;
import microgpt.numeric.Nullable;

/** A server played by hand, of one answer: what it sends goes to whoever asked last, and is counted as asked for. */
public final class HandTransfer implements Fetcher, Fetcher.Transfer {
    private @Nullable Receiver receiver;
    private int wanted;
    private boolean aborted;

    @Override
    public Transfer begin(String address, Receiver to) {
        receiver = to;
        return this;
    }

    /** Who is waiting for the answer. */
    public Receiver receiver() {
        return Objects.requireNonNull(receiver, "nobody has asked");
    }

    /** How many pieces are asked for and have not been sent. */
    public int wanted() {
        return wanted;
    }

    public boolean isAborted() {
        return aborted;
    }

    /** Sends a piece, which must have been asked for. */
    public void send(byte[] piece) {
        if (wanted != 1) {
            throw new AssertionError("a piece is sent, and " + wanted + " are asked for");
        }
        wanted--;
        receiver().received(piece);
    }

    @Override
    public void next() {
        wanted++;
    }

    @Override
    public void abort() {
        aborted = true;
        wanted = 0;
    }
}
