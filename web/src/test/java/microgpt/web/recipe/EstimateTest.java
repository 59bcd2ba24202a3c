package microgpt.web.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void theModelCountsItsParametersAndMoreOfThemTakeMoreMemory() {
        Estimate tiny = Estimate.of(DraftTest.tiny().online());
        assertEquals(DraftTest.tiny().online().model().parameterCount(), tiny.parameters());
        Estimate wide = Estimate.of(DraftTest.tiny().with("model.d_model", "64").online());
        assertTrue(wide.parameters() > tiny.parameters());
        assertTrue(wide.memoryBytes() > tiny.memoryBytes());
        assertTrue(tiny.memoryBytes() > 4L * 5 * tiny.parameters());
    }
}
