package podium.scoring.rescore;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.scoring.release.PreviewingReleases;
import podium.scoring.version.RescoreEntity;

/**
 * A rescore as its organizers see it.
 *
 * @param state {@code scoring}, {@code ready}, {@code applying}, {@code applied} or {@code discarded}
 * @param scoringVersion the version that it makes
 * @param correctedLabels how many labels it corrects
 * @param settings all settings of the metric under it; absent if they are those of the definition
 * @param progress how far the dry run is
 * @param scoresLost submissions that have a score and got none in the dry run: while there are any it cannot be applied
 * @param movedTeams how many teams would move; null until the dry run is ready
 * @param moves the first of them
 * @param scoredCount how many scores were told when it was applied
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RescoreView(
        UUID id,
        String contest,
        String state,
        int scoringVersion,
        int baseVersion,
        String reason,
        String requestedBy,
        int correctedLabels,
        @Nullable Map<String, Object> settings,
        @Nullable Integer decimals,
        Progress progress,
        @Nullable Long scoresLost,
        @Nullable Integer movedTeams,
        @Nullable List<PreviewingReleases.Move> moves,
        @Nullable Integer scoredCount,
        Instant createdAt,
        @Nullable Instant appliedAt) {
    private static final int MOST_MOVES = 1000;

    public RescoreView {
        settings = settings == null ? null : Map.copyOf(settings);
        moves = moves == null ? null : List.copyOf(moves);
    }

    /**
     * How far a dry run is.
     *
     * @param perSecond files a second, of late
     * @param secondsLeft null where it cannot be told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            long done,
            long total,
            double perSecond,
            @Nullable Long secondsLeft) {
        static Progress of(RescoreStore.Progress progress) {
            long left = progress.total() - progress.done();
            double rate = progress.perSecond();
            Long seconds = left == 0
                    ? Long.valueOf(0)
                    : rate > 0 ? Long.valueOf(Math.ceilDiv((long) (1000 * left / rate), 1000L)) : null;
            return new Progress(progress.done(), progress.total(), Math.round(10 * rate) / 10.0, seconds);
        }
    }

    static RescoreView of(
            String contest,
            RescoreEntity rescore,
            RescoreStore.Progress progress,
            @Nullable Long scoresLost,
            @Nullable List<PreviewingReleases.Move> moves) {
        boolean open = rescore.state.equals(RescoreEntity.OPEN);
        return new RescoreView(
                rescore.id,
                contest,
                open ? progress.done() < progress.total() ? "scoring" : "ready" : rescore.state,
                rescore.scoringVersion,
                rescore.baseVersion,
                rescore.reason,
                rescore.requestedBy,
                rescore.correctedLabels,
                rescore.rules().settings(),
                rescore.decimals,
                Progress.of(progress),
                scoresLost,
                moves == null ? null : moves.size(),
                moves == null ? null : moves.stream().limit(MOST_MOVES).toList(),
                rescore.scoredCount,
                rescore.createdAt,
                rescore.appliedAt);
    }
}
