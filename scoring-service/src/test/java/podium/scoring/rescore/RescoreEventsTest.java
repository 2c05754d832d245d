package podium.scoring.rescore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.kit.event.EventJson;
import podium.kit.test.EventContracts;
import podium.scoring.version.RescoreEntity;

/** What is told of a rescore is what the contract says. */
class RescoreEventsTest {

    @Test
    void anAppliedRescoreIsTheGoldenExample() {
        RescoreEntity rescore = new RescoreEntity();
        rescore.contestId = UUID.fromString("0198c2a0-0000-7000-8000-0000000000c1");
        rescore.scoringVersion = 2;
        rescore.scoredCount = 17;
        rescore.switchedAt = Instant.parse("2026-11-20T12:00:00.100Z");
        rescore.appliedAt = Instant.parse("2026-11-20T12:00:00.300Z");

        String json = EventJson.write(ApplyingRescore.event(rescore));

        EventContracts.assertValid("RescoreApplied", json);
        assertThat(json)
                .isEqualToIgnoringWhitespace(
                        EventContracts.examples("RescoreApplied").get("corrected-labels.json"));
    }
}
