package microgpt.worker.wasm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class EncoderTest {
    @Test
    void unsignedNumbersTakeSevenBitsAByte() {
        assertBytes(new Encoder().unsigned(127), 0x7f);
        assertBytes(new Encoder().unsigned(624485), 0xe5, 0x8e, 0x26);
        assertBytes(new Encoder().unsigned(-1), 0xff, 0xff, 0xff, 0xff, 0x0f);
    }

    @Test
    void signedNumbersKeepTheirSignInTheLastByte() {
        assertBytes(new Encoder().signed(63), 0x3f);
        assertBytes(new Encoder().signed(64), 0xc0, 0x00);
        assertBytes(new Encoder().signed(-64), 0x40);
        assertBytes(new Encoder().signed(-123456), 0xc0, 0xbb, 0x78);
        assertBytes(new Encoder().signed(Integer.MIN_VALUE), 0x80, 0x80, 0x80, 0x80, 0x78);
    }

    @Test
    void floatsAreLittleEndian() {
        assertBytes(new Encoder().float32(1f), 0, 0, 0x80, 0x3f);
        assertBytes(new Encoder().float64(-2.0), 0, 0, 0, 0, 0, 0, 0, 0xc0);
    }

    @Test
    void namesCarryTheirLength() {
        assertBytes(new Encoder().name("env"), 3, 'e', 'n', 'v');
    }

    private static void assertBytes(Encoder encoder, int... expected) {
        byte[] bytes = new byte[expected.length];
        for (int i = 0; i < expected.length; i++) {
            bytes[i] = (byte) expected[i];
        }
        assertArrayEquals(bytes, encoder.toBytes());
    }
}
