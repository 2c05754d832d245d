package podium.leaderboard.result;

import java.util.UUID;

/** The event of that name: how many private scores of a contest are revealed in all. */
record PrivateScoresComplete(UUID contestId, int count) {}
