package microgpt.cli;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import microgpt.coding.CodeFile;
import microgpt.coding.CodingRecipe;
import microgpt.coding.CountsRecipe;
import microgpt.coding.RunRecipe;
import microgpt.config.OnlineRecipe;
import microgpt.engine.Meter;
import microgpt.numeric.Nullable;
import microgpt.predict.Expert;
import microgpt.predict.Mixture;
import microgpt.predict.Size;

/** One of ours: it predicts every byte, is charged for it, and learns it, as {@code learn} does. */
final class LearnedBits implements Contender {
    private static final int WARM_UP_BYTES = 10_000;

    private final String name;
    private final CodingRecipe recipe;
    private final ToDoubleFunction<byte[]> bitsPerByte;
    private boolean warm;

    private LearnedBits(String name, CodingRecipe recipe, ToDoubleFunction<byte[]> bitsPerByte) {
        this.name = name;
        this.recipe = recipe;
        this.bitsPerByte = bitsPerByte;
    }

    /** An online recipe, whole. */
    static LearnedBits online(String name, OnlineRecipe recipe) {
        return new LearnedBits("`" + name + "`", new RunRecipe(recipe), text -> {
            @Nullable Meter meter = AblationRuns.learn(recipe, text);
            return meter == null ? Double.NaN : meter.whole();
        });
    }

    /** Counts alone. */
    static LearnedBits counts(Size size, int megabytes) {
        return new LearnedBits("counts alone, " + size.label(), new CountsRecipe(size, megabytes), text -> {
            Expert counts = new Mixture(size.config().megabytes(megabytes));
            double bits = 0;
            for (byte next : text) {
                bits += counts.observe(next & 0xff);
            }
            return bits / text.length;
        });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Measured measure(byte[] text) {
        if (!warm) {
            double unused = bitsPerByte.applyAsDouble(Arrays.copyOf(text, Math.min(text.length, WARM_UP_BYTES)));
            warm = true; // the virtual machine has compiled what is measured
        }
        long start = ProcessorTime.nanos();
        double bits = bitsPerByte.applyAsDouble(text);
        return Measured.of(bits, ProcessorTime.secondsSince(start));
    }

    @Override
    public String note() {
        return name + ": a file of `compress` has about " + CodeFile.headBytes(recipe.toJson())
                + " bytes besides its code";
    }
}
