package microgpt.web.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.web.step.Traversal.Reach;
import org.junit.jupiter.api.Test;

class TraversalTest {
    @Test
    void itGoesForwardThenBackwardThenEverythingIsSeen() {
        Traversal walk = walk();
        StringBuilder way = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            walk.next();
            way.append(walk.isAll() ? "all" : walk.current() + (walk.isBackward() ? "b " : "f "));
        }
        assertEquals("0f 1f 2f 2b 1b 0b all", way.toString());
    }

    @Test
    void whatHasNotBeenReachedIsNotSeen() {
        Traversal walk = walk();
        assertEquals(Reach.GRADIENTS, walk.reach(2));
        walk.next();
        walk.next();
        assertEquals(Reach.VALUES, walk.reach(1));
        assertEquals(Reach.NOTHING, walk.reach(2));
        walk.next();
        walk.next();
        assertTrue(walk.isBackward());
        assertEquals(Reach.GRADIENTS, walk.reach(2));
        assertEquals(Reach.VALUES, walk.reach(1));
    }

    @Test
    void backwardsItRetracesItsSteps() {
        Traversal walk = walk();
        walk.back();
        assertEquals(0, walk.current());
        assertTrue(walk.isBackward());
        walk.next();
        assertTrue(walk.isAll());
        walk.next();
        walk.back();
        assertTrue(walk.isAll());
        assertFalse(walk.isBackward());
    }

    private static Traversal walk() {
        Traversal walk = new Traversal();
        walk.over(3);
        return walk;
    }
}
