package podium.local.client;

import org.jspecify.annotations.Nullable;

/**
 * A rescore as its organizers see it.
 *
 * @param id its id
 * @param state {@code scoring}, {@code ready}, {@code applying}, {@code applied} or {@code discarded}
 * @param scoringVersion the version that it makes
 * @param progress how far the dry run is
 * @param movedTeams how many teams would move; null until the dry run is ready
 * @param scoredCount how many scores were told; null until it was applied
 */
public record Rescore(
        String id,
        String state,
        int scoringVersion,
        Progress progress,
        @Nullable Integer movedTeams,
        @Nullable Integer scoredCount) {
    /**
     * How far a dry run is.
     *
     * @param done files that are scored
     * @param total all files
     */
    public record Progress(long done, long total) {}
}
