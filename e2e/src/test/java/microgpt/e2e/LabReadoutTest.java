package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the laboratory's pictures say of the place that is pointed at, and figures that can be checked from outside. */
@ExtendWith(LabExtension.class)
final class LabReadoutTest {
    private static final String SHORT = "plan=phases.short&preset=online.tiny";
    private static final Pattern COST =
            Pattern.compile("Byte ([\\d,]+), (.+), cost ([\\d.]+) bits: .* given ([\\d.]+) %");

    @Test
    void theCurveAndAByteOfTheStreamAreReadAtThePointer(Lab lab) {
        lab.open(SHORT).waitForEnd();
        point(lab.at("chart"), 0.5, 0.5);
        assertThat(lab.at("chart-readout"))
                .containsText(Pattern.compile("At byte [\\d,]+: .*\\d\\.\\d\\d.*\\d\\.\\d\\d.*\\d\\.\\d\\d"));
        String middle = lab.at("chart-readout").innerText();
        point(lab.at("chart"), 0.9, 0.5);
        assertThat(lab.at("chart-readout")).not().hasText(middle);

        point(lab.at("stream"), 0.1, 0.1);
        assertThat(lab.at("stream-readout")).containsText(COST);
        Matcher said = COST.matcher(lab.at("stream-readout").innerText());
        assertTrue(said.find());
        double bits = Double.parseDouble(said.group(3));
        double percent = Double.parseDouble(said.group(4));
        assertEquals(Math.pow(2, -bits) * 100, percent, 0.06 + percent * 0.01, "probability and cost are one number");
        lab.at("reset").hover();
        assertThat(lab.at("stream-readout")).containsText("Point at a byte");
        assertThat(lab.at("chart-readout")).containsText("Point at the chart");

        long end = lab.position();
        lab.at("stream").focus();
        lab.page().keyboard().press("ArrowUp");
        assertThat(lab.at("stream-readout")).containsText(String.format(Locale.ROOT, "Byte %,d,", end - 1));
        lab.page().keyboard().press("ArrowLeft");
        assertThat(lab.at("stream-readout")).containsText(String.format(Locale.ROOT, "Byte %,d,", end - 2));
        lab.at("ribbon").locator("li").first().focus();
        lab.page().keyboard().press("ArrowRight");
        assertThat(lab.at("ribbon-readout")).containsText("counting");
        assertEquals(end, lab.position());
    }

    @Test
    void whatEachPartIsWorthIsShownWhenTheListIsOpened(Lab lab) {
        lab.openAtRest(SHORT);
        assertThat(lab.at("worth-list")).isHidden();
        lab.at("worth").locator("summary").click();
        assertThat(lab.at("worth-about")).containsText("online.tiny");
        assertThat(lab.at("worth-list")).containsText(Pattern.compile("Replay: transformer [−+]?\\d\\.\\d+, whole"));
        assertThat(lab.at("worth-list")).not().containsText("not measured");
    }

    @Test
    void aPairOfPositionsSaysHowMuchAttentionItGets(Lab lab) {
        lab.openAtRest(SHORT).step();
        lab.at("attention-panel").locator("summary").click();
        lab.step();
        point(lab.at("attention"), 0.02, 0.5);
        assertThat(lab.at("attention-readout")).containsText(Pattern.compile("\\d"));
        lab.at("reset").hover();
        assertThat(lab.at("attention-readout")).isEmpty();
        lab.at("attention").focus();
        lab.page().keyboard().press("ArrowRight");
        assertThat(lab.at("attention-readout")).containsText(Pattern.compile("\\d"));
        assertThat(lab.at("attention")).isFocused();
    }

    @Test
    void theTruthOfTheNextByteIsToldWithWhatItWasGivenAndWhatItCost(Lab lab) {
        lab.openAtRest(SHORT).step().step();
        Pattern truth = Pattern.compile("given ([\\d.]+) %, it cost ([\\d.]+) bits");
        assertThat(lab.at("next-truth")).containsText(truth);
        Matcher said = truth.matcher(lab.at("next-truth").innerText());
        assertTrue(said.find());
        double percent = Double.parseDouble(said.group(1));
        assertEquals(Math.pow(2, -Double.parseDouble(said.group(2))) * 100, percent, 0.06 + percent * 0.01);
    }

    @Test
    void gzipIsGivenExactlyTheBytesThatWereRead(Lab lab) throws IOException {
        String text = "one gentle wave and another gentle wave, ".repeat(40);
        lab.openAtRest("preset=online.tiny");
        lab.at("source-panel").locator("summary").click();
        lab.at("source-paste").check();
        lab.at("paste").fill(text);
        lab.at("paste-read").click();
        lab.waitForEnd();
        assertThat(lab.at("gzip")).containsText(Pattern.compile("\\d"));
        String bytes = String.format(Locale.ROOT, "%,d", gzipped(text));
        assertThat(lab.at("gzip")).containsText(bytes);
    }

    private static int gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    @Test
    void whatMechanismsDidIsMarkedAboveTheCurve(Lab lab) {
        lab.openAtRest(SHORT + "&optimizer.clip=1"); // at times, neither always nor never
        String before = topOfTheChart(lab);
        lab.play().waitForEnd();
        assertThat(lab.at("count-clipped")).not().hasText("0");
        lab.page().waitForCondition(() -> !topOfTheChart(lab).equals(before));
        assertThat(lab.at("clipped-share")).hasText(Pattern.compile("\\d\\d % of steps"));
    }

    /** The strip in which marks are drawn, on the right half, which no line has reached while nothing is read. */
    private static String topOfTheChart(Lab lab) {
        return (String) lab.at("chart").evaluate("""
                chart => {
                  const strip = document.createElement('canvas');
                  strip.width = chart.width / 2; strip.height = 20;
                  strip.getContext('2d').drawImage(chart, -chart.width / 2, 0);
                  return strip.toDataURL();
                }""");
    }

    private static void point(Locator picture, double across, double down) {
        BoundingBox box = picture.boundingBox();
        picture.hover(new Locator.HoverOptions().setPosition(box.width * across, box.height * down));
    }
}
