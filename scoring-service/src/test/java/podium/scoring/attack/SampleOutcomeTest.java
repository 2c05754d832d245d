package podium.scoring.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleOutcomeTest {
    /** By hand: 10 targets, from the clearest to the least clear: right, right, wrong, right, wrong, wrong, and four guesses. */
    @Test
    void recallIsWhatTheBestThresholdFindsAtAPrecision() {
        double[] eccentricity = {2.5, 3, 1.8, 1.6, 1.4, 1.2, 0, 0, 0, 0};
        boolean[] hit = {true, true, false, true, false, false, true, false, false, false};

        SampleOutcome outcome = SampleOutcome.of(eccentricity, hit);

        assertThat(outcome.hits()).isEqualTo(4);
        assertThat(outcome.top1()).isEqualTo(0.4);
        assertThat(outcome.recallAt95()).isEqualTo(0.2); // the first two
        assertThat(outcome.recallAt50()).isEqualTo(0.3); // three of the first four, five or six
        assertThat(outcome.recallAt20()).isEqualTo(0.4); // all ten; those of equal clarity only together
        assertThat(outcome.accepted()).isEqualTo(0.4);
        assertThat(outcome.acceptedRight()).isEqualTo(0.3);
    }

    @Test
    void nobodyAttackedIsNobodyFoundAndNothingKnown() {
        SampleOutcome outcome = SampleOutcome.of(new double[0], new boolean[0]);

        assertThat(outcome.top1()).isZero();
        assertThat(outcome.upper95()).isEqualTo(1);
        assertThat(outcome.recallAt20()).isZero();
    }
}
