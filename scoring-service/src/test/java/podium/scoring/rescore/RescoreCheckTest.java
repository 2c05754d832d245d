package podium.scoring.rescore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podium.kit.problem.Violation;
import podium.scoring.contest.BoardRules;
import podium.scoring.contest.ContestState;
import podium.scoring.contest.KnownContest;
import podium.scoring.contest.Task;
import podium.scoring.contest.Visibility;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.version.ScoringRules;

/** What can be rescored depends on the rules that hold: those of the definition, or of the rescore before. */
class RescoreCheckTest {
    private static final Task CRPS = task("crps", Map.of("gridPoints", 3, "gridStep", 1), null);
    private static final Task PINBALL = task("pinball", Map.of("quantile", 0.9), null);
    private static final Task SQL = task("sql", Map.of(), new Task.Sql("SELECT 1", "minimize", 64, 10));

    @Test
    void settingsThatOnlyMoveScoresAreTaken() {
        assertThat(violations(PINBALL, ScoringRules.FIRST, settings(Map.of("quantile", 0.5))))
                .isEmpty();
    }

    @Test
    void settingsThatAskForOtherColumnsAreNot() {
        assertThat(violations(
                        CRPS, ScoringRules.FIRST, settings(Map.of("gridPoints", 4, "gridStep", 1, "gridStart", 0))))
                .containsExactly(new Violation(
                        "/settings", "With these settings prediction files have other columns than the ones sent in."));
    }

    @Test
    void whatARescoreDoesNotNameStaysAsTheOneBeforeHadIt() {
        ScoringRules before = new ScoringRules(2, Map.of("quantile", 0.5), new UUID(1, 1));

        ScoringRules rules = settings(Map.of("quantile", 0.1)).rules(before);

        assertThat(rules).isEqualTo(new ScoringRules(2, Map.of("quantile", 0.1), new UUID(1, 1)));
        assertThat(rules.applied(PINBALL).metricSettings()).isEqualTo(Map.of("quantile", 0.1));
        assertThat(rules.applied(PINBALL).decimals()).isEqualTo(2);
        assertThat(ScoringRules.FIRST.applied(PINBALL)).isEqualTo(PINBALL);
    }

    @Test
    void aMetricOfTheOrganizersOwnHasNoSettingsAndAVersion() {
        assertThat(violations(SQL, ScoringRules.FIRST, settings(Map.of("quantile", 0.5))))
                .containsExactly(new Violation("/settings", "A metric of the organizers' own has no settings."));
        assertThat(violations(SQL, ScoringRules.FIRST, version(7)))
                .containsExactly(new Violation("/metricVersion", "sql is here in version 1."));
        assertThat(violations(SQL, ScoringRules.FIRST, version(1))).isEmpty();
    }

    private static RescoreRequest settings(Map<String, Object> settings) {
        return new RescoreRequest("c", "why", null, settings, null, null);
    }

    private static RescoreRequest version(int version) {
        return new RescoreRequest("c", "why", null, null, null, version);
    }

    private static Task task(String metric, Map<String, Object> settings, Task.@Nullable Sql sql) {
        return new Task("y", Task.Kind.NUMBER, null, List.of(), metric, settings, 4, null, null, sql);
    }

    private static List<Violation> violations(Task task, ScoringRules before, RescoreRequest request) {
        byte[] cells = {Solution.cell(Solution.PUBLIC, 0), Solution.cell(Solution.PRIVATE, 0)};
        Solution solution = new Solution(
                new UUID(0, 1), new UUID(0, 2), new int[] {1, 2}, new Labels.Numbers(new double[] {1, 2}), cells);
        KnownContest contest = new KnownContest(
                new UUID(0, 1),
                1,
                "c",
                ContestState.OPEN,
                Visibility.PUBLIC,
                List.of("olga"),
                task,
                1000,
                new BoardRules(BoardRules.Release.ROUNDED, null));
        return new RescoreCheck(contest, before, request).violations(solution);
    }
}
