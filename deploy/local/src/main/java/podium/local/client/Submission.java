package podium.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A submission as its team sees it.
 *
 * @param id its id
 * @param contest the contest
 * @param team the team's id
 * @param ordinal its number among the team's
 * @param state {@code accepted}, {@code scored}, {@code rejected} or {@code failed}
 * @param releasedScore what the board may show, once scored
 * @param problems what is wrong with the file, once rejected
 * @param counts how often each problem occurs, once rejected
 * @param receipt the signed receipt
 */
public record Submission(
        String id,
        String contest,
        String team,
        int ordinal,
        String state,
        @Nullable BigDecimal releasedScore,
        @Nullable JsonNode problems,
        @Nullable JsonNode counts,
        @Nullable JsonNode receipt) {
    /**
     * Whether nothing more will become of it.
     *
     * @return true unless it waits for its score
     */
    public boolean terminal() {
        return !"accepted".equals(state);
    }
}
