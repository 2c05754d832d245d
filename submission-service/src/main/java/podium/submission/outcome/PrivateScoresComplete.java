package podium.submission.outcome;

import java.util.UUID;

/** Event of scoring-service: every private score that will be revealed has been. */
public record PrivateScoresComplete(UUID contestId) {}
