package microgpt.worker.backend;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.Operations;

/** The reference back end, whose memory is full for a while when one of its operations is asked for. */
public final class BreakingBackend {
    private final String operation;
    private int left;

    public BreakingBackend(String operation) {
        this.operation = operation;
    }

    /** From now on the operation fails so many times. */
    public void fail(int times) {
        left = times;
    }

    /** What a session is given; runs on it fail together. */
    public Backend backend() {
        Operations java = JavaBackend.alone();
        return new Backend((Operations) Proxy.newProxyInstance(
                Operations.class.getClassLoader(), new Class<?>[] {Operations.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("forOneRun")) {
                        return proxy;
                    }
                    if (left > 0 && method.getName().equals(operation)) {
                        left--;
                        throw new OutOfMemoryError();
                    }
                    try {
                        return method.invoke(java, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
