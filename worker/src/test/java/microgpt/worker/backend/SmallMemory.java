package microgpt.worker.backend;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.Operations;

/** The reference back end on a machine with little memory: tests ask for models of any size. */
public final class SmallMemory {
    private SmallMemory() {}

    /** No allocation may be larger. */
    public static Backend backend(int floats) {
        Operations java = JavaBackend.alone();
        return new Backend((Operations) Proxy.newProxyInstance(
                Operations.class.getClassLoader(), new Class<?>[] {Operations.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("forOneRun")) {
                        return proxy;
                    }
                    if (method.getName().equals("allocate") && (int) arguments[0] > floats) {
                        throw new OutOfMemoryError("no memory for " + arguments[0] + " floats");
                    }
                    try {
                        return method.invoke(java, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
