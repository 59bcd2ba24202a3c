package microgpt.worker.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.worker.loop.EventLoop;

/** Servers played by hand: they answer in turn what they are told to, in two pieces when asked for, and then nothing more. */
public final class HandWeb implements Fetcher {
    private record Answer(int status, Bytes body) {
        String words() {
            return new String(body.toArray(), StandardCharsets.UTF_8);
        }
    }

    final List<String> asked = new ArrayList<>();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final EventLoop loop;

    public HandWeb(EventLoop loop) {
        this.loop = loop;
    }

    public HandWeb answer(int status, String body) {
        return answer(status, body.getBytes(StandardCharsets.UTF_8));
    }

    HandWeb answer(int status, byte[] body) {
        answers.add(new Answer(status, Bytes.of(body)));
        return this;
    }

    /** There is no connection. */
    HandWeb breakOff() {
        return answer(0, "Failed to fetch");
    }

    @Override
    public Transfer begin(String address, Receiver receiver) {
        asked.add(address);
        Transmission begun = new Transmission(receiver, answers.poll());
        loop.soon(begun::open);
        return begun;
    }

    /** One answer on its way. */
    private final class Transmission implements Transfer {
        private final Receiver receiver;
        private final @Nullable Answer answer;
        private final byte[] bytes;
        private int pieces;
        private boolean over;

        Transmission(Receiver receiver, @Nullable Answer answer) {
            this.receiver = receiver;
            this.answer = answer;
            bytes = answer == null ? new byte[0] : answer.body().toArray();
        }

        void open() {
            if (over || answer == null) {
                return;
            }
            if (answer.status() == 0) {
                receiver.failed(answer.words());
            } else {
                receiver.opened(answer.status(), "application/json", -1);
            }
        }

        @Override
        public void next() {
            loop.soon(this::give);
        }

        private void give() {
            if (over) {
                return;
            }
            pieces++;
            int half = bytes.length / 2;
            switch (pieces) {
                case 1 -> receiver.received(Arrays.copyOf(bytes, half));
                case 2 -> receiver.received(Arrays.copyOfRange(bytes, half, bytes.length));
                case 3 -> receiver.ended();
                default -> throw new AssertionError("asked for more than there is");
            }
        }

        @Override
        public void abort() {
            over = true;
        }
    }
}
