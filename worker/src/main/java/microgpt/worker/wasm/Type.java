package microgpt.worker.wasm;

/** The type of a value; a V128 is four f32 lanes unless an operation says otherwise. */
public enum Type {
    I32(0x7f),
    F32(0x7d),
    F64(0x7c),
    V128(0x7b);

    final int code;

    Type(int code) {
        this.code = code;
    }
}
