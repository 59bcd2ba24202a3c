package microgpt.corpus.genre;

/** Counts: one line for each whole number, its digits and then its words. */
final class CountingGenerator implements TextGenerator {
    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    private int next = 1;

    @Override
    public void writeNext(StringBuilder out) {
        out.append(next).append(' ').append(inWords(next)).append('\n');
        next++;
    }

    /** A whole number from 0 on, in English. */
    static String inWords(int number) {
        if (number < 20) {
            return SMALL[number];
        }
        if (number < 100) {
            return joined(TENS[number / 10], "-", number % 10);
        }
        if (number < 1_000) {
            return joined(SMALL[number / 100] + " hundred", " and ", number % 100);
        }
        if (number < 1_000_000) {
            return joined(inWords(number / 1_000) + " thousand", " ", number % 1_000);
        }
        return joined(inWords(number / 1_000_000) + " million", " ", number % 1_000_000);
    }

    private static String joined(String larger, String between, int rest) {
        return rest == 0 ? larger : larger + between + inWords(rest);
    }
}
