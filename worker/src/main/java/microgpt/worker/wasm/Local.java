package microgpt.worker.wasm;

/** A variable of a function. */
public final class Local extends Expr {
    final int index;

    Local(Type type, int index) {
        super(type, new Encoder().raw(0x20).unsigned(index).toBytes());
        this.index = index;
    }
}
