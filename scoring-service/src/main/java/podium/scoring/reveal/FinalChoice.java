package podium.scoring.reveal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import podium.scoring.metric.Direction;
import podium.scoring.release.ReleasedScore;

/**
 * Which submissions of a settled contest count in the end. Pure.
 *
 * <p>Those that a team chose, as far as they have a score. For a team that chose none, or only such as have no score, its
 * best released score; of equal ones the one that was accepted first.
 *
 * @param score the submission with its scores
 * @param selection who chose it
 */
record FinalChoice(ReleasedScore score, Selection selection) {

    /** Who chose a submission. */
    enum Selection {
        EXPLICIT("explicit"),
        BEST("best");

        private final String wireName;

        Selection(String wireName) {
            this.wireName = wireName;
        }

        /** The word for it in events. */
        String wireName() {
            return wireName;
        }
    }

    /**
     * Chooses.
     *
     * @param scores all released scores of the contest
     * @param explicit the submissions that teams chose; one of another team or contest has no effect
     */
    static List<FinalChoice> of(List<ReleasedScore> scores, Map<UUID, Set<UUID>> explicit) {
        Collection<List<ReleasedScore>> teams = scores.stream()
                .collect(Collectors.groupingBy(score -> score.submission().teamId()))
                .values();
        List<FinalChoice> choices = new ArrayList<>();
        for (List<ReleasedScore> team : teams) {
            UUID teamId = team.getFirst().submission().teamId();
            Set<UUID> chosen = explicit.getOrDefault(teamId, Set.of());
            List<FinalChoice> own = team.stream()
                    .filter(score -> chosen.contains(score.submission().id()))
                    .map(score -> new FinalChoice(score, Selection.EXPLICIT))
                    .toList();
            choices.addAll(own.isEmpty() ? List.of(new FinalChoice(best(team), Selection.BEST)) : own);
        }
        choices.sort(Comparator.comparing(choice -> choice.score().submission().id()));
        return choices;
    }

    private static ReleasedScore best(List<ReleasedScore> team) {
        Comparator<ReleasedScore> smallest = Comparator.comparing(ReleasedScore::releasedScore);
        Direction direction = team.getFirst().direction();
        return team.stream()
                .min((direction == Direction.MINIMIZE ? smallest : smallest.reversed())
                        .thenComparing(score -> score.submission().acceptedAt())
                        .thenComparing(score -> score.submission().ordinal()))
                .orElseThrow();
    }
}
