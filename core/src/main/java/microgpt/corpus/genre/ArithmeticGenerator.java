package microgpt.corpus.genre;

import microgpt.numeric.Rng;

/** States facts of arithmetic, one a line, all of them true: sums, differences, products and exact quotients. */
final class ArithmeticGenerator implements TextGenerator {
    private final Rng rng;

    ArithmeticGenerator(Rng rng) {
        this.rng = rng;
    }

    @Override
    public void writeNext(StringBuilder out) {
        int a = RandomChoice.between(rng, 1, 12);
        int b = RandomChoice.between(rng, 1, 12);
        switch (rng.nextInt(4)) {
            case 0 -> state(out, a, '+', b, a + b);
            case 1 -> state(out, a + b, '-', b, a);
            case 2 -> state(out, a, '*', b, a * b);
            default -> state(out, a * b, '/', b, a);
        }
    }

    private static void state(StringBuilder out, int left, char operator, int right, int result) {
        out.append(left).append(' ').append(operator).append(' ').append(right).append(" = ");
        out.append(result).append('\n');
    }
}
