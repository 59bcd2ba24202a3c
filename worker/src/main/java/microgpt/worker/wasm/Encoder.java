package microgpt.worker.wasm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes being written, in the encodings of the WebAssembly binary format. */
final class Encoder {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Encoder raw(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    Encoder raw(byte[] values) {
        bytes.write(values, 0, values.length);
        return this;
    }

    /** LEB128 without sign. */
    Encoder unsigned(int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        return this;
    }

    /** LEB128 in two's complement. */
    Encoder signed(int value) {
        int rest = value;
        while (rest < -64 || rest > 63) {
            bytes.write((rest & 0x7f) | 0x80);
            rest >>= 7;
        }
        bytes.write(rest & 0x7f);
        return this;
    }

    /** Little-endian. */
    Encoder float32(float value) {
        int bits = Float.floatToRawIntBits(value);
        return raw(bits, bits >> 8, bits >> 16, bits >> 24);
    }

    /** Little-endian. */
    Encoder float64(double value) {
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < 64; shift += 8) {
            bytes.write((int) (bits >> shift));
        }
        return this;
    }

    Encoder name(String name) {
        return sized(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The length, then the bytes. */
    Encoder sized(byte[] content) {
        return unsigned(content.length).raw(content);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
