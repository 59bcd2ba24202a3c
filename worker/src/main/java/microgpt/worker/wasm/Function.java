package microgpt.worker.wasm;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;

/** A function being written, statement by statement. Parameters are declared first, locals wherever they are needed. */
public final class Function {
    private static final int SIMD = 0xfd;
    private static final int NO_VALUE = 0x40;

    final int index;
    final List<Type> parameters = new ArrayList<>();
    private final List<Type> locals = new ArrayList<>();
    private final Encoder body = new Encoder();
    private @Nullable List<byte[]> collected; // while interleaving
    private @Nullable Type result;

    Function(int index) {
        this.index = index;
    }

    public Local parameter(Type type) {
        if (!locals.isEmpty()) {
            throw new IllegalStateException("parameters come before locals");
        }
        parameters.add(type);
        return new Local(type, parameters.size() - 1);
    }

    /** A parameter for an int or a byte address. */
    public Local i32() {
        return parameter(Type.I32);
    }

    /** A new variable, zero at the start of the function. */
    public Local local(Type type) {
        locals.add(type);
        return new Local(type, parameters.size() + locals.size() - 1);
    }

    /** A new variable that holds {@code value} from here on. */
    public Local let(Expr value) {
        Local local = local(value.type);
        set(local, value);
        return local;
    }

    public void set(Local local, Expr value) {
        if (local.type != value.type) {
            throw new IllegalArgumentException("a " + value.type + " does not go into a " + local.type);
        }
        emit(new Encoder().raw(value.code).raw(0x21).unsigned(local.index));
    }

    public void add(Local local, Expr value) {
        set(local, local.plus(value));
    }

    /** Stores an i32, f32 or V128. */
    public void store(Expr address, int offset, Expr value) {
        Encoder store = new Encoder().raw(address.code).raw(value.code);
        switch (value.type) {
            case I32 -> store.raw(0x36);
            case F32 -> store.raw(0x38);
            case F64 -> store.raw(0x39);
            case V128 -> store.raw(SIMD, 0x0b);
        }
        emit(store.raw(2).unsigned(offset));
    }

    /** Stores one float of a V128. */
    public void storeLane(Expr address, int offset, Expr value, int lane) {
        body.raw(address.code)
                .raw(value.code)
                .raw(SIMD, 0x5a, 2)
                .unsigned(offset)
                .raw(lane);
    }

    /**
     * Writes pieces of code that do not depend on each other in turns, a statement of each: the machine finds work in one
     * while another waits for a result. They must be of the same length, and consist of sets and stores.
     */
    public void interleave(List<Runnable> pieces) {
        List<List<byte[]>> statements = new ArrayList<>();
        for (Runnable piece : pieces) {
            collected = new ArrayList<>();
            statements.add(collected);
            piece.run();
        }
        collected = null;
        for (int i = 0; i < statements.get(0).size(); i++) {
            for (List<byte[]> piece : statements) {
                body.raw(piece.get(i));
            }
        }
    }

    private void emit(Encoder statement) {
        if (collected == null) {
            body.raw(statement.toBytes());
        } else {
            collected.add(statement.toBytes());
        }
    }

    /** Copies bytes; the ranges may overlap. */
    public void copyBytes(Expr into, Expr from, Expr count) {
        body.raw(into.code).raw(from.code).raw(count.code).raw(0xfc, 10, 0, 0);
    }

    /** Sets bytes to 0. */
    public void zeroBytes(Expr from, Expr count) {
        body.raw(from.code).raw(Expr.i32(0).code).raw(count.code).raw(0xfc, 11, 0);
    }

    public void when(Expr condition, Runnable then) {
        body.raw(condition.code).raw(0x04, NO_VALUE);
        then.run();
        body.raw(0x0b);
    }

    public void when(Expr condition, Runnable then, Runnable otherwise) {
        body.raw(condition.code).raw(0x04, NO_VALUE);
        then.run();
        body.raw(0x05);
        otherwise.run();
        body.raw(0x0b);
    }

    /** Runs the body at least once, and again as long as {@code again} is not zero after it. */
    public void loop(Runnable statements, Expr again) {
        body.raw(0x03, NO_VALUE);
        statements.run();
        body.raw(again.code).raw(0x0d, 0, 0x0b);
    }

    /** for (counter = from; counter &lt; end; counter += step), signed. */
    public void count(Local counter, Expr from, Expr end, Expr step, Runnable statements) {
        set(counter, from);
        when(
                counter.lessThan(end),
                () -> loop(
                        () -> {
                            statements.run();
                            add(counter, step);
                        },
                        counter.lessThan(end)));
    }

    public void count(Local counter, Expr from, Expr end, int step, Runnable statements) {
        count(counter, from, end, Expr.i32(step), statements);
    }

    /** Calls a function that returns nothing. */
    public void call(Function function, Expr... arguments) {
        body.raw(invocation(function, arguments));
    }

    /** The value that a function returns. */
    public static Expr result(Function function, Expr... arguments) {
        Type type = function.result;
        if (type == null) {
            throw new IllegalArgumentException("the function returns nothing");
        }
        return new Expr(type, invocation(function, arguments));
    }

    private static byte[] invocation(Function function, Expr... arguments) {
        if (arguments.length != function.parameters.size()) {
            throw new IllegalArgumentException(
                    "expected " + function.parameters.size() + " arguments, got " + arguments.length);
        }
        Encoder encoder = new Encoder();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].type != function.parameters.get(i)) {
                throw new IllegalArgumentException(
                        "argument " + i + " is " + arguments[i].type + ", expected " + function.parameters.get(i));
            }
            encoder.raw(arguments[i].code);
        }
        return encoder.raw(0x10).unsigned(function.index).toBytes();
    }

    /** What the function returns: its last statement. */
    public void returns(Expr value) {
        result = value.type;
        body.raw(value.code);
    }

    /** Grows the memory by 64 KB pages: the number of pages before, or -1 if they cannot be had. */
    public static Expr grownMemory(Expr pages) {
        return new Expr(Type.I32, new Encoder().raw(pages.code).raw(0x40, 0).toBytes());
    }

    /** The size of the memory in 64 KB pages. */
    public static Expr memoryPages() {
        return new Expr(Type.I32, new byte[] {0x3f, 0});
    }

    byte[] type() {
        Encoder encoder = new Encoder().raw(0x60).unsigned(parameters.size());
        parameters.forEach(parameter -> encoder.raw(parameter.code));
        return result == null
                ? encoder.raw(0).toBytes()
                : encoder.raw(1, result.code).toBytes();
    }

    byte[] code() {
        Encoder encoder = new Encoder().unsigned(locals.size());
        locals.forEach(local -> encoder.raw(1, local.code));
        return encoder.raw(body.toBytes()).raw(0x0b).toBytes();
    }
}
