package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void fixedRoundsHalvesAwayFromZeroAndKeepsZeros() {
        assertEquals("2.31", Numbers.fixed(2.3149, 2));
        assertEquals("2.50", Numbers.fixed(2.5, 2));
        assertEquals("3", Numbers.fixed(2.5, 0));
        assertEquals("−0.05", Numbers.fixed(-0.05, 2));
        assertEquals("0.00", Numbers.fixed(-0.001, 2));
        assertEquals("12,345.7", Numbers.fixed(12_345.67, 1));
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertEquals("–", Numbers.fixed(Double.NaN, 2));
        assertEquals("–", Numbers.significant(Double.POSITIVE_INFINITY));
    }

    @Test
    void longNumbersHaveCommas() {
        assertEquals("0", Numbers.grouped(0));
        assertEquals("999", Numbers.grouped(999));
        assertEquals("1,000", Numbers.grouped(1_000));
        assertEquals("−12,345,678", Numbers.grouped(-12_345_678));
    }

    @Test
    void threeDigitsCount() {
        assertEquals("0.00300", Numbers.significant(0.003));
        assertEquals("1.25", Numbers.significant(1.25));
        assertEquals("12.5", Numbers.significant(12.5));
        assertEquals("12,346", Numbers.significant(12_345.6));
        assertEquals("3.00e−7", Numbers.significant(3e-7));
        assertEquals("0", Numbers.significant(0));
    }

    @Test
    void sizesHaveUnits() {
        assertEquals("1 byte", Numbers.bytes(1));
        assertEquals("512 bytes", Numbers.bytes(512));
        assertEquals("98.0 KB", Numbers.bytes(98_000));
        assertEquals("1.20 MB", Numbers.bytes(1_200_000));
    }

    @Test
    void sharesArePercentages() {
        assertEquals("43 %", Numbers.percent(0.43));
        assertEquals("0.3 %", Numbers.percent(0.003));
        assertEquals("0 %", Numbers.percent(0.0001));
    }
}
