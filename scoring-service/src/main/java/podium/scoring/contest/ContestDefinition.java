package podium.scoring.contest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a contest's definition that scoring uses.
 *
 * @param task what is to be predicted and how it is scored
 * @param submissions the rules for prediction files, null if the writer left them out
 * @param board what the live board may show, null if the writer left it out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ContestDefinition(
        Task task,
        @Nullable Submissions submissions,
        @Nullable BoardRules board) {
    private static final long DEFAULT_MAX_BYTES = 100L << 20;

    @JsonIgnore
    long maxBytes() {
        return submissions == null || submissions.maxBytes() == null ? DEFAULT_MAX_BYTES : submissions.maxBytes();
    }

    @JsonIgnore
    BoardRules boardRules() {
        return board == null ? BoardRules.DEFAULT : board;
    }

    /**
     * The rules for prediction files.
     *
     * @param maxBytes the largest one, as sent and unpacked
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Submissions(@Nullable Long maxBytes) {}
}
