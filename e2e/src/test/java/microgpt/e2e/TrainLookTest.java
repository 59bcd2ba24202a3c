package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that trains by batches: light and dark, narrow and wide, for all readers. */
@ExtendWith(LabExtension.class)
final class TrainLookTest {
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void noSeriousBarrierIsLeft(ColorScheme scheme, Lab lab) {
        lab.colors(scheme);
        new TrainLab(lab).open(TrainLab.TINY).start().waitForEnd();
        lab.openAllPanels();
        lab.assertNoSeriousBarriers();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280, 1920})
    void noWidthNeedsSidewaysScrolling(int width, Lab lab) {
        lab.width(width);
        new TrainLab(lab).open(TrainLab.TINY).start().waitForEnd();
        lab.openAllPanels();
        assertEquals(List.of(), lab.tooWide());
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
