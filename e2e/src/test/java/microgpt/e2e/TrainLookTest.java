package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that trains by batches: light and dark, narrow and wide, for all readers. */
@ExtendWith(LabExtension.class)
final class TrainLookTest {
    @Test
    void noSeriousBarrierIsLeftAndNoWidthNeedsSidewaysScrolling(Lab lab) {
        lab.width(360);
        new TrainLab(lab).open(TrainLab.TINY).start().waitForEnd();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            lab.colors(scheme).openAllPanels();
            lab.assertNoSeriousBarriers();
        }
        for (int width : new int[] {360, 1280, 1920}) {
            lab.width(width).openAllPanels();
            assertEquals(List.of(), lab.tooWide(), width + " px");
        }
    }

    @Test
    void underReducedMotionNothingMovesByItself(Lab lab) {
        lab.reducedMotion();
        new TrainLab(lab).open(TrainLab.TINY).start().waitForEnd();
        lab.openAllPanels();
        Object moving = lab.page().evaluate("""
                () => document.getAnimations().filter(one => one.playState === 'running').length""");
        assertEquals(0, moving);
        assertThat(lab.at("training-loss")).not().isEmpty();
    }
}
