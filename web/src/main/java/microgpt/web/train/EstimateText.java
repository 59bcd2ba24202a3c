package microgpt.web.train;

import microgpt.protocol.train.TrainReport;
import microgpt.web.text.Duration;
import microgpt.web.text.Numbers;

/** What a run would need, in words. */
record EstimateText(TrainReport.Estimated estimated, long textBytes, long bytesPerStep) {
    /** Bytes that a parameter wants: "about 20" (Hoffmann et al. 2022), who counted pieces of words. */
    private static final double BALANCED = 20;

    String parameters() {
        return Numbers.grouped(estimated.parameters());
    }

    String perParameter() {
        return textBytes == 0 ? Numbers.UNKNOWN : Numbers.significant(estimated.bytesPerParameter());
    }

    /** Whether the text is long enough for the model, plainly. */
    String judgement() {
        double ratio = estimated.bytesPerParameter();
        if (textBytes == 0) {
            return "";
        } else if (ratio >= BALANCED) {
            return "Plenty of text for a model of this size: it has little chance to learn it by heart.";
        } else if (ratio >= BALANCED / 4) {
            return "A fair amount: about 20 bytes a parameter would be balanced.";
        } else if (ratio >= 1) {
            return "Little text: about 20 bytes a parameter would be balanced. If it trains for long it begins to learn"
                    + " the text by heart; watch the validation loss.";
        }
        return "Far too little text for a model of this size: about 20 bytes a parameter would be balanced. It will learn"
                + " the text by heart; a smaller model or a longer text would learn more.";
    }

    String memory() {
        return Numbers.bytes(estimated.memoryBytes());
    }

    String saved() {
        return Numbers.bytes(estimated.savedBytes());
    }

    String step() {
        double seconds = estimated.secondsPerStep();
        if (!(seconds > 0)) {
            return "not measured";
        }
        return seconds < 1 ? Numbers.significant(seconds * 1000) + " ms" : Duration.of(seconds * 1000);
    }

    /** Of all steps, without looks, samples and saving. */
    String time() {
        double seconds = estimated.secondsPerStep() * estimated.maxSteps();
        return seconds > 0 ? "about " + Duration.of(seconds * 1000) : "not measured";
    }

    /** How much of the text the steps read. */
    String reading() {
        double bytes = (double) estimated.maxSteps() * bytesPerStep;
        String steps = Numbers.grouped(estimated.maxSteps()) + " steps of " + Numbers.grouped(bytesPerStep) + " bytes";
        if (textBytes == 0) {
            return steps;
        }
        double times = bytes / textBytes;
        if (times < 0.095) {
            return steps + ", a small part of the text";
        }
        return steps + ": the text " + (times < 9.95 ? Numbers.fixed(times, 1) : Numbers.grouped(Math.round(times)))
                + " times";
    }
}
