package microgpt.worker.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import microgpt.worker.loop.EventLoop;

/** Servers played by hand: they answer in turn what they are told to, in two pieces, and then nothing more. */
public final class HandWeb implements Fetcher {
    private record Answer(int status, String body) {}

    final List<String> asked = new ArrayList<>();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final EventLoop loop;

    public HandWeb(EventLoop loop) {
        this.loop = loop;
    }

    public HandWeb answer(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    /** There is no connection. */
    HandWeb breakOff() {
        return answer(0, "Failed to fetch");
    }

    @Override
    public Runnable begin(String address, Receiver receiver) {
        asked.add(address);
        boolean[] over = {false};
        Answer answer = answers.poll();
        loop.soon(() -> {
            if (answer != null && !over[0]) {
                give(answer, receiver);
            }
        });
        return () -> over[0] = true;
    }

    private static void give(Answer answer, Receiver receiver) {
        if (answer.status() == 0) {
            receiver.failed(answer.body());
            return;
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        int half = bytes.length / 2;
        receiver.opened(answer.status(), "application/json", -1);
        receiver.received(Arrays.copyOfRange(bytes, 0, half));
        receiver.received(Arrays.copyOfRange(bytes, half, bytes.length));
        receiver.ended();
    }
}
