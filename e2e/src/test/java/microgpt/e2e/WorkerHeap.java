package microgpt.e2e;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** The heap of the one worker of a page, as the browser's inspector sees it: which speaks to workers through their page. */
final class WorkerHeap {
    private final Page page;
    private final CDPSession inspector;
    private final List<String> sessions = new ArrayList<>();
    private final List<JsonObject> answers = new ArrayList<>();
    private int calls;

    /** Attaches to the worker, which must have been started. */
    WorkerHeap(Page page) {
        this.page = page;
        inspector = page.context().newCDPSession(page);
        inspector.on(
                "Target.attachedToTarget",
                event -> sessions.add(event.get("sessionId").getAsString()));
        inspector.on(
                "Target.receivedMessageFromTarget",
                event -> answers.add(new Gson().fromJson(event.get("message").getAsString(), JsonObject.class)));
        JsonObject attach = new JsonObject();
        attach.addProperty("autoAttach", true);
        attach.addProperty("waitForDebuggerOnStart", false);
        attach.addProperty("flatten", false);
        inspector.send("Target.setAutoAttach", attach);
        page.waitForCondition(() -> sessions.size() == 1);
    }

    /** Bytes in use after everything else was collected. */
    double liveBytes() {
        call("HeapProfiler.collectGarbage");
        return call("Runtime.getHeapUsage").get("usedSize").getAsDouble();
    }

    private JsonObject call(String method) {
        JsonObject message = new JsonObject();
        message.addProperty("id", ++calls);
        message.addProperty("method", method);
        JsonObject envelope = new JsonObject();
        envelope.addProperty("sessionId", sessions.get(0));
        envelope.addProperty("message", message.toString());
        inspector.send("Target.sendMessageToTarget", envelope);
        page.waitForCondition(() -> answers.stream().anyMatch(this::isLast));
        JsonObject answer = answers.stream().filter(this::isLast).findFirst().orElseThrow();
        if (!answer.has("result")) {
            throw new AssertionError(method + ": " + answer);
        }
        return answer.getAsJsonObject("result");
    }

    private boolean isLast(JsonObject answer) {
        return answer.has("id") && answer.get("id").getAsInt() == calls;
    }
}
