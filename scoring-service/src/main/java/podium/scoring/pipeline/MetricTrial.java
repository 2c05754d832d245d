package podium.scoring.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import podium.scoring.contest.Task;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.sql.SqlAnswer;
import podium.scoring.sql.SqlColumn;
import podium.scoring.sql.SqlMetric;
import podium.scoring.sql.SqlRunner;
import podium.scoring.sql.SqlTables;

/**
 * Tries a metric of the organizers' own on the sample submission: data that it cannot score is not released, so that a
 * mistake in it is the organizers' to repair and never an entrant's to find.
 */
@ApplicationScoped
class MetricTrial {
    private static final List<String> PARTS = List.of("public", "private");

    private final SqlRunner runner;

    @Inject
    MetricTrial(SqlRunner runner) {
        this.runner = runner;
    }

    /** The release if the contest's metric has a score of the sample submission on each part, otherwise its refusal. */
    Draft tried(Task task, Draft.Release release) {
        Task.Sql sql = task.sql();
        if (sql == null) {
            return release;
        }
        ReleaseContent content = release.content();
        int[] publicRows =
                IntStream.range(0, content.testRows()).filter(content::isPublic).toArray();
        int[] privateRows = IntStream.range(0, content.testRows())
                .filter(place -> !content.isPublic(place))
                .toArray();
        List<SqlAnswer> answers =
                runner.run(SqlMetric.of(sql), tables(task, release), List.of(publicRows, privateRows));
        List<Reason> reasons = new ArrayList<>();
        List<String> details = new ArrayList<>();
        for (int part = 0; part < PARTS.size(); part++) {
            if (answers.get(part) instanceof SqlAnswer.Failure failure) {
                reasons.add(new Reason(
                        "metric-fails",
                        "The contest's SQL metric has no score of the sample submission on the " + PARTS.get(part)
                                + " part: " + failure.reason()
                                + ". Correct it in the contest's definition, then send the plan again."));
                details.add(PARTS.get(part) + " part: " + failure.forOrganizers());
            }
        }
        return reasons.isEmpty() ? release : new Draft.Refusal(release.findings(), reasons, details);
    }

    /** The tables as they are when a submission is scored, by place in test.csv. */
    private static SqlTables tables(Task task, Draft.Release release) {
        SqlColumn id = new SqlColumn.Wholes(SqlTables.ID, release.content()::id);
        String sample = release.form().sample().getFirst();
        if (task.kind() == Task.Kind.CATEGORY) {
            return new SqlTables(
                    List.of(id, new SqlColumn.Texts(task.target(), release.content()::truth)),
                    List.of(id, new SqlColumn.Texts(task.target(), _ -> sample)));
        }
        double number = Double.parseDouble(sample);
        return new SqlTables(
                List.of(
                        id,
                        new SqlColumn.Numbers(
                                task.target(),
                                place -> Double.parseDouble(release.content().truth(place)))),
                List.of(id, new SqlColumn.Numbers(task.target(), _ -> number)));
    }
}
