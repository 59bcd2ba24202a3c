package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import microgpt.numeric.Snapshot;
import microgpt.predict.ContinuousCache.Settings;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private static final double RATE = 0.001;

    /** What a step of the rate moves is the slope of ln p, found here by differences. */
    @Test
    void aStepFollowsTheSlopeOfTheCodeLength() {
        double share = 0.3;
        double theta = 0.5;
        double said = 0.2;
        Balance balance = new Balance(settings(share, theta));
        balance.learn((float) said, (float) recalled(theta), (float) (2 * theta / (1 + 2 * theta)));
        double logit = Math.log(share / (1 - share));
        double h = 1e-5;
        double upShare = 1 / (1 + Math.exp(-logit - h));
        double byLogit = (mixed(upShare, said, theta) - mixed(share, said, theta)) / h;
        double byLogTheta = (mixed(share, said, theta * Math.exp(h)) - mixed(share, said, theta)) / h;
        double movedLogit = Math.log(balance.share() / (1 - balance.share())) - logit;
        assertEquals(byLogit, movedLogit / RATE, 2e-3);
        assertEquals(byLogTheta, Math.log(balance.theta() / theta) / RATE, 2e-3);
    }

    private static double mixed(double share, double said, double theta) {
        return Math.log((1 - share) * said + share * recalled(theta));
    }

    /** Some chance that grows with theta. */
    private static double recalled(double theta) {
        return 0.1 * (1 + 2 * theta);
    }

    @Test
    void whatIsImpossibleTeachesNothing() {
        Balance balance = new Balance(settings(0.3, 0.5));
        float share = balance.share();
        balance.learn(0, 0, 0);
        assertEquals(share, balance.share());
        assertEquals(0.5f, balance.theta());
    }

    @Test
    void neitherRunsAwayNorStaysAway() {
        Balance balance = new Balance(new Settings(true, 1, 0.5, 0.5, 10));
        for (int i = 0; i < 1000; i++) {
            balance.learn(0.001f, 0.9f, 100);
        }
        assertEquals(1 / (1 + Math.exp(-6)), balance.share(), 1e-6);
        assertEquals(100, balance.theta());
        for (int i = 0; i < 1000; i++) {
            balance.learn(0.9f, 0.001f, -100);
        }
        assertEquals(1 / (1 + Math.exp(6)), balance.share(), 1e-6);
        Balance alike = new Balance(settings(0.5, 0));
        alike.learn(0.1f, 0.9f, 3);
        assertEquals(0, alike.theta());
    }

    @Test
    void whatCannotHaveBeenSavedIsRefused() {
        assertRefused("balance holds 7.0 at 0, expected a number from -6.0 to 6.0", 7, 1);
        assertRefused("balance holds -1.0 at 1, expected a number from 0 to 100.0", 0, -1);
        assertRefused("balance holds NaN at 1, expected a finite number", 0, Float.NaN);
    }

    private static void assertRefused(String message, float logit, float theta) {
        Snapshot wrong = new Snapshot();
        wrong.put("balance", logit, theta);
        Balance balance = new Balance(settings(0.3, 0.5));
        Exception thrown = assertThrows(IllegalArgumentException.class, () -> balance.restore(wrong));
        assertEquals(message, thrown.getMessage());
    }

    private static Settings settings(double weight, double theta) {
        return new Settings(true, 1, theta, weight, RATE);
    }
}
